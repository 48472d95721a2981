import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openDatabase } from "@/db/client";
import { inviteAround } from "@/tests/invitation-scene";
import { inviting, newClient, withoutLimits } from "@/tests/inviting";
import type { Scene } from "@/tests/scene";
import { inOpenWorld, inScene, useDatabase, type World } from "@/tests/world";
import { newId } from "./id";
import { cancelMany, getMany, ManyInvitations, resendMany } from "./invitation-acts";
import { inviteMembers } from "./invite";
import { MOST_RECIPIENTS } from "./recipients";

const database = await useDatabase();

const many = (...invitations: string[]) => ({ command: newId(), invitations });

const sentAgain = async (scene: Scene) =>
  (await scene.outbox()).filter(({ number }) => number > 1).map(({ address }) => address.split("@")[0]);

const statusOf = async (scene: Scene, id: string) => {
  const [row] = await scene.db.execute<{ status: string }>(
    sql`select status from invitations where org_id = ${scene.orgId} and id = ${id}`,
  );
  return row?.status;
};

test(
  "invitations of several places go out again in one act, each with the words of its place",
  inScene(async (scene) => {
    const { invited } = await inviteAround(scene);
    const answer = await resendMany(await scene.inOrganization("ada"), many(...Object.values(invited)));
    expect(answer).toEqual({ done: 4, notDone: [] });
    const again = (await scene.outbox()).filter(({ number }) => number === 2);
    expect(again.map(({ address, values }) => [address, values.workspaceName]).sort()).toEqual([
      ["kim@acme.com", "Acme onboarding"],
      ["lee@acme.com", "Bluebird tax"],
      ["max@acme.com", null],
      ["zoe@northwind.example", "Acme onboarding"],
    ]);
    const told = await scene.db.execute<{ workspace: string | null; count: number }>(sql`
      select w.name as workspace, (a.data->>'count')::int as count from activity a
      left join workspaces w on w.org_id = a.org_id and w.id = a.workspace_id
      where a.org_id = ${scene.orgId} and a.kind = 'invitation_resent' order by w.name`);
    expect([...told]).toEqual([
      { workspace: "Acme onboarding", count: 2 },
      { workspace: "Bluebird tax", count: 1 },
      { workspace: null, count: 1 },
    ]);
  }),
);

test(
  "who was skipped is told with the reason, and nothing is lost",
  inScene(async (scene) => {
    const { invited } = await inviteAround(scene);
    await resendMany(await scene.inOrganization("ines"), many(invited.kim));
    await scene.db.execute(sql`insert into suppressions (org_id, address, reason)
      values (${scene.orgId}, 'max@acme.com', 'bounced')`);
    const answer = await resendMany(await scene.inOrganization("ines"), many(...Object.values(invited)));
    expect(answer.done).toBe(1);
    expect(answer.notDone).toEqual([
      {
        invitation: invited.portal,
        name: "max@acme.com",
        reason: "Not sent: messages to this address came back; change it.",
      },
      {
        invitation: invited.kim,
        name: "Kim Lee",
        reason: expect.stringMatching(/^Sent \d seconds? ago\. You can resend in \d\d seconds\.$/),
      },
    ]);
    expect((await sentAgain(scene)).sort()).toEqual(["kim", "zoe"]);
  }),
);

test(
  "of several invitations to one person the newest goes, the others say when they can",
  inScene(async (scene) => {
    const { noelsWorkspace, invited } = await inviteAround(scene);
    await inviteMembers(await scene.as("noel", noelsWorkspace), inviting([{ contact: scene.kim }]));
    await scene.pass("2 minutes");
    const rows = await scene.db.execute<{ id: string }>(sql`select id from invitations
      where org_id = ${scene.orgId} and contact_id = ${scene.kim} order by id desc`);
    const [newest = "", oldest = ""] = rows.map(({ id }) => id);
    expect(oldest).toBe(invited.kim);
    const answer = await resendMany(await scene.inOrganization("ada"), many(oldest, newest));
    expect(answer).toEqual({
      done: 1,
      notDone: [
        {
          invitation: oldest,
          name: "Kim Lee",
          reason: "Another invitation to this person was sent again a moment ago. Try again in 60 seconds.",
        },
      ],
    });
  }),
);

test(
  "over one's own limit the rest waits, and is told until when",
  inScene(async (scene) => {
    const { invited } = await inviteAround(scene);
    await scene.db.execute(sql`update organizations set member_hourly_limit = 2 where id = ${scene.orgId}`);
    const answer = await resendMany(await scene.inOrganization("ines"), many(invited.kim, invited.zoe));
    expect(answer.done).toBe(1);
    expect(answer.notDone[0]?.reason).toMatch(
      /^You have reached your limit of 2 messages an hour\. Try again in \d+ minutes\.$/,
    );
  }),
);

test(
  "what one may not see is as if it were not there, and is neither sent nor cancelled",
  inScene(async (scene) => {
    const { invited } = await inviteAround(scene);
    const ines = await scene.inOrganization("ines");
    expect(await resendMany(ines, many(invited.noels, invited.kim))).toEqual({ done: 1, notDone: [] });
    for (const act of [resendMany, cancelMany])
      await expect(act(ines, many(invited.noels))).rejects.toMatchObject({ code: "not_found" });
    expect(await sentAgain(scene)).toEqual(["kim"]);
    expect(await statusOf(scene, invited.noels)).toBe("pending");
    expect(await getMany(ines, { invitations: [invited.noels, invited.kim] })).toEqual({
      invitations: [invited.kim],
      isTooMany: false,
      names: ["Kim Lee"],
    });
  }),
);

test(
  "one's own are cancelled, other people's skipped; the owner and admins cancel all",
  inScene(async (scene) => {
    const { invited } = await inviteAround(scene);
    const ines = await cancelMany(await scene.inOrganization("ines"), many(invited.portal, invited.kim));
    expect(ines).toEqual({
      done: 1,
      notDone: [
        {
          invitation: invited.kim,
          name: "Kim Lee",
          reason: "Only who invited, the owner of the workspace or an admin can cancel this.",
        },
      ],
    });
    expect((await cancelMany(await scene.inOrganization("omar"), many(invited.kim))).done).toBe(1);
    const ada = await cancelMany(await scene.inOrganization("ada"), many(...Object.values(invited)));
    expect(ada.done).toBe(2);
    expect(ada.notDone.map(({ reason }) => reason)).toEqual(["Cancelled already.", "Cancelled already."]);
    for (const id of Object.values(invited)) expect(await statusOf(scene, id)).toBe("revoked");
    expect(
      (await scene.outbox()).filter(({ kind }) => kind === "invitation").map(({ state }) => state),
    ).toEqual(Array.from({ length: 4 }, () => "cancelled"));
  }),
);

test(
  "the portal's invitations are cancelled by who invited and by admins",
  inScene(async (scene) => {
    const { invited } = await inviteAround(scene);
    const noel = await cancelMany(await scene.inOrganization("noel"), many(invited.portal));
    expect(noel.notDone[0]?.reason).toBe("Only who invited or an admin can cancel this.");
    expect((await cancelMany(await scene.inOrganization("ada"), many(invited.portal))).done).toBe(1);
  }),
);

test(
  "the same form sent twice does everything once and gets the first answer",
  inScene(async (scene) => {
    const { invited } = await inviteAround(scene);
    const ines = await scene.inOrganization("ines");
    const input = many(invited.kim, invited.zoe);
    const first = await resendMany(ines, input);
    expect(first).toEqual({ done: 2, notDone: [] });
    expect(await resendMany(ines, input)).toEqual(first);
    expect(await sentAgain(scene)).toHaveLength(2);
  }),
);

test("a form carries at most ten thousand ids, and nothing that is none", () => {
  const read = (invitations: string) => ManyInvitations.safeParse({ command: newId(), invitations });
  expect(read("").error?.issues[0]?.message).toBe("Choose at least one invitation.");
  expect(read("x").error?.issues[0]?.message).toBe("This choice could not be read.");
  const ids = (n: number) => Array.from({ length: n }, () => newId()).join(",");
  expect(read(ids(2)).success).toBe(true);
  expect(read(ids(MOST_RECIPIENTS + 1)).success).toBe(false);
});

test(
  "the number of statements does not grow with the invitations",
  inOpenWorld(async (world) => {
    await withoutLimits(world);
    let statements = 0;
    const counting = openDatabase(database.url, { onStatement: () => statements++ });
    const counted = async (act: typeof resendMany, invitations: string[]) => {
      const ctx = { ...(await world.inOrganization("ada")), db: counting.db };
      const before = statements;
      expect((await act(ctx, many(...invitations))).done).toBe(invitations.length);
      return statements - before;
    };
    const few = await invite(world, 2);
    const lots = await invite(world, 1_000);
    await counted(resendMany, await invite(world, 1));
    expect(await counted(resendMany, lots)).toBe(await counted(resendMany, few));
    expect(await counted(cancelMany, lots)).toBe(await counted(cancelMany, few));
    await counting.close();
  }),
);

async function invite(world: World, n: number): Promise<string[]> {
  const people = Array.from({ length: n }, (_, i) => newClient(`m${n}-${i}@acme.com`));
  const { outcomes } = await inviteMembers(await world.as("ada"), inviting(people));
  await world.pass("2 minutes");
  const rows = await world.db.execute<{ id: string }>(sql`select id from invitations
    where org_id = ${world.orgId} and address like ${`m${n}-%`}`);
  expect(rows).toHaveLength(outcomes.length);
  return rows.map(({ id }) => id);
}

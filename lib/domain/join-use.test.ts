import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { sessions, users } from "@/db/schema";
import { digitsOf, LAPTOP, newestCode, PHONE, sent } from "@/tests/codes";
import { addLink, person, requestsOf, usesOf } from "@/tests/joining";
import { inScene, inWorld, useDatabase, type World } from "@/tests/world";
import { readJoin } from "./join-link";
import { askForCode, followLink } from "./join-use";
import { readOffer } from "./offer";
import { redeemCode } from "./sign-in";

await useDatabase();

/** Who is at this address: as what, whether in the workspace, in which role, with an account. */
async function standing({ db, orgId, workspaceId }: World, address: string) {
  const [row] = await db.execute<Record<string, unknown>>(sql`
    select c.kind, c.name, c.user_id is not null as account, m.joined_at is not null as joined,
      (select r.name from roles r where r.org_id = c.org_id and r.holder_id = c.id) as role
    from contacts c left join members m on m.org_id = c.org_id and m.contact_id = c.id and m.workspace_id = ${workspaceId}
    where c.org_id = ${orgId} and (c.email = ${address} or c.phone = ${address})`);
  return row;
}

const LEE = "lee@acme.com";

test(
  "a code goes to whoever has the address, known or not; typed in, a new address gets an account and a known one its own",
  inWorld(async (world) => {
    const { token } = await addLink(world);
    for (const address of [LEE, "cleo@northwind.example"]) {
      await askForCode(world.visitor(), { ...LAPTOP, token, address });
      expect(await sent(world, address)).toMatchObject([
        { kind: "sign_in_code", values: { withLink: false } },
      ]);
      const { id } = await newestCode(world);
      const proven = await redeemCode(world.visitor(), { ...LAPTOP, digits: digitsOf(id), anybody: true });
      expect(proven.address).toBe(address);
      expect(proven.userId === world.userOf("cleo")).toBe(address !== LEE);
    }
  }),
);

test(
  "who only types somebody's address changes nothing of that account and has no session; another browser's code is no good",
  inWorld(async (world) => {
    const { token } = await addLink(world);
    const victim = () =>
      world.db.execute(sql`select u.*, a.* from users u join user_addresses a on a.user_id = u.id
        where u.id = ${world.userOf("cleo")}`);
    const before = JSON.stringify([await victim(), await world.db.$count(users)]);
    await askForCode(world.visitor(), { ...LAPTOP, token, address: "cleo@northwind.example" });
    const { id } = await newestCode(world);
    const elsewhere = redeemCode(world.visitor(), { ...PHONE, digits: digitsOf(id), anybody: true });
    await expect(elsewhere).rejects.toThrow("not signed in");
    expect(JSON.stringify([await victim(), await world.db.$count(users)])).toBe(before);
    expect(await world.db.$count(sessions)).toBe(0);
    expect(await sent(world, "cleo@northwind.example")).toHaveLength(1);
  }),
);

test(
  "the code is in the language the browser asks for, to whom nobody knows; else in the organization's or their own",
  inWorld(async (world) => {
    const { token } = await addLink(world);
    const languageTo = async (address: string, accepts: string | null) => {
      await askForCode(world.visitor(), { ...LAPTOP, token, address, accepts });
      return (await sent(world, address)).at(-1)?.language;
    };
    expect(await languageTo(LEE, "de-AT, en;q=0.1")).toBe("de");
    expect(await languageTo(LEE, "fr")).toBe("en");
    expect(await languageTo("cleo@northwind.example", "de")).toBe("en");
    await world.db.execute(sql`update organizations set language = 'de' where id = ${world.orgId}`);
    expect(await languageTo("noa@acme.com", null)).toBe("de");
  }),
);

test(
  "an address the link does not let in is refused in words before anything is sent, and again when it is used",
  inWorld(async (world) => {
    const { token, id } = await addLink(world, { domains: ["acme.com", "*.acme.org"], mode: "join" });
    for (const address of [
      "lee@evil-acme.com",
      "lee@acme.com.evil.example",
      "lee@acme.org",
      "+1 415 555 0134",
    ]) {
      await expect(askForCode(world.visitor(), { ...LAPTOP, token, address })).rejects.toThrow(
        "This link does not let this address in.",
      );
      await expect(followLink(await person(world, "x@evil.example"), { token })).rejects.toThrow(
        "does not let this address in",
      );
    }
    await askForCode(world.visitor(), { ...LAPTOP, token, address: "LEE@Acme.com" });
    expect(await world.db.$count(sessions)).toBe(0);
    expect(await usesOf(world, id)).toBe(0);
    const both = await person(world, "lee@home.example");
    await world.db.execute(
      sql`insert into user_addresses (address, kind, user_id, verified_at) values (${LEE}, 'email', ${both.userId}, now())`,
    );
    expect(await followLink(both, { token })).toMatchObject({ state: "joined" });
    expect((await standing(world, LEE))?.joined).toBe(true);
  }),
);

test(
  "a dead link sends no code, and the refusal is the same whatever killed it",
  inWorld(async (world) => {
    const { token } = await addLink(world, { pausedAt: new Date() });
    for (const dead of [token, "nonsense"])
      await expect(
        askForCode(world.visitor(), { ...LAPTOP, token: dead, address: LEE }),
      ).rejects.toMatchObject({
        code: "gone",
        message: "This link no longer works. Ask the person who shared it.",
      });
    expect(await sent(world, LEE)).toEqual([]);
  }),
);

test(
  "joining by a link: a client with an account, member at once, in the role it names; counted, and in the list of uses",
  inWorld(async (world) => {
    const { token, id } = await addLink(world, { mode: "join", roleId: world.roles.signatory });
    const lee = await person(world, LEE);
    expect(await followLink(lee, { token })).toEqual({
      state: "joined",
      path: `/northwind/w/${world.workspaceId}?joined=1#next`,
    });
    expect(await standing(world, LEE)).toEqual({
      ...{ kind: "client", name: "Lee Park", account: true, joined: true, role: "Client signatory" },
    });
    expect(await usesOf(world, id)).toBe(1);
    expect(await requestsOf(world)).toMatchObject([{ address: LEE, status: "joined" }]);
    expect((await readJoin(lee, token)).state).toBe("member");
    const told = await world.db.execute(sql`select kind, data from activity
      where org_id = ${world.orgId} and kind like 'role%'`);
    expect([...told]).toEqual([{ kind: "role_taken", data: { role: "Client signatory", name: "Lee Park" } }]);
    await followLink(lee, { token });
    expect(await usesOf(world, id)).toBe(1);
    const mo = await person(world, "+14155550134", "Mo Diaz");
    await followLink(mo, { token });
    expect(await standing(world, "+14155550134")).toMatchObject({ joined: true, role: null });
  }),
);

test(
  "known contacts keep kind and name; their invitation is accepted by joining, or opened instead of asking; a link for clients makes nobody internal",
  inScene(async (scene) => {
    const { id, token } = await addLink(scene, { mode: "join" });
    expect(await followLink(await person(scene, "kim@acme.com", "Somebody"), { token })).toMatchObject({
      state: "joined",
    });
    expect(await standing(scene, "kim@acme.com")).toMatchObject({
      kind: "client",
      name: "Kim Lee",
      joined: true,
    });
    const [open] = await scene.db.execute<{ status: string }>(
      sql`select status from invitations where org_id = ${scene.orgId} and id = ${scene.kimInvitation}`,
    );
    expect(open?.status).toBe("accepted");
    const zoe = await person(scene, "zoe@northwind.example", "Zoe");
    const used = await followLink(zoe, { token });
    if (used.state !== "invited") throw new Error(`Zoe was invited, yet is ${used.state}.`);
    expect(await readOffer(zoe, used.path.replace("/invite/", ""))).toMatchObject({
      state: "open",
      isSent: false,
    });
    expect(await usesOf(scene, id)).toBe(1);
    await scene.db.execute(sql`update invitations set status = 'revoked', closed_at = now()
      where org_id = ${scene.orgId} and contact_id = ${scene.zoe}`);
    expect(await followLink(zoe, { token })).toEqual({ state: "asked" });
    expect(await standing(scene, "zoe@northwind.example")).toMatchObject({
      kind: "internal",
      account: false,
    });
    const quinn = { ...scene.visitor(scene.userOf("quinn")), userId: scene.userOf("quinn") };
    const internal = await addLink(scene, {
      ...{ mode: "join", audience: "internal", domains: ["northwind.example"], createdBy: scene.id("ada") },
    });
    await followLink(quinn, { token: internal.token });
    expect(await standing(scene, "quinn@northwind.example")).toMatchObject({ kind: "client", joined: true });
  }),
);

test(
  "deactivated and unwanted people, and owners of another account, are refused in one and the same words",
  inWorld(async (world) => {
    const { token, id } = await addLink(world);
    const people = [
      await person(world, "quinn@northwind.example"),
      await person(world, LEE),
      await person(world, "kay@acme.com"),
    ];
    await world.db.execute(sql`update contacts set deactivated_at = now() where org_id = ${world.orgId}
      and id = ${world.id("quinn")}`);
    await world.db.execute(
      sql`insert into suppressions (org_id, address, reason) values (${world.orgId}, ${LEE}, 'opted_out')`,
    );
    await world.db.execute(sql`update contacts set email = 'kay@acme.com' where org_id = ${world.orgId}
      and id = ${world.id("noel")}`);
    for (const one of people)
      await expect(followLink(one, { token })).rejects.toThrow(
        /^You cannot join with this address\. Ask the person who shared the link\.$/,
      );
    expect(await usesOf(world, id)).toBe(0);
  }),
);

test(
  "who has no name is asked for one first; it becomes the account's, but no name that is there is overwritten",
  inWorld(async (world) => {
    const { token } = await addLink(world, { mode: "join" });
    const lee = await person(world, LEE, null);
    expect(await followLink(lee, { token })).toEqual({ state: "nameless" });
    expect(await readJoin(lee, token)).toMatchObject({ visitor: { name: null, address: { value: LEE } } });
    await followLink(lee, { token, name: "Lee Park" });
    expect(await standing(world, LEE)).toMatchObject({ name: "Lee Park", joined: true });
    const quinn = { ...world.visitor(world.userOf("quinn")), userId: world.userOf("quinn") };
    await followLink(quinn, { token, name: "Mallory" });
    expect(await standing(world, "quinn@northwind.example")).toMatchObject({ name: "Quinn", joined: true });
  }),
);

test(
  "the organization's link: an internal user of no workspace, who lands in the timeline",
  inWorld(async (world) => {
    const { token } = await addLink(world, { workspaceId: null, mode: "join", domains: ["acme.com"] });
    expect(await followLink(await person(world, LEE), { token })).toEqual({
      state: "joined",
      path: "/northwind/timeline",
    });
    expect(await standing(world, LEE)).toMatchObject({ kind: "internal", account: true, joined: false });
  }),
);

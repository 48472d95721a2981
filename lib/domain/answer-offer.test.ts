import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { kim, tokenFor } from "@/tests/kim";
import { setScene } from "@/tests/scene";
import { inWorld, useDatabase } from "@/tests/world";
import {
  askInstead,
  declineOffer,
  findDeclined,
  hasAsked,
  requestNewLink,
  stopInvitations,
  stopLanguage,
} from "./answer-offer";
import { newId } from "./id";
import { cancelInvitation } from "./invitations";
import { inviteMembers } from "./invite";
import { findOffer } from "./offer";
import { resendInvitations } from "./resend";

await useDatabase();

test(
  "who does not know the sender is not invited again by this organization",
  inWorld(async (world) => {
    const scene = await setScene(world);
    for (const purpose of ["invite", "stop"] as const)
      await stopInvitations(world.visitor(), { token: await tokenFor(scene, purpose), accepts: null });
    const [only] = await world.db.execute<{ n: number }>(
      sql`select count(*)::int as n from suppressions where org_id = ${world.orgId}`,
    );
    expect(only?.n).toBe(1);
    await cancelInvitation(await world.as("ada"), { invitation: scene.kimInvitation });
    const answer = await inviteMembers(await world.as("ada"), {
      command: newId(),
      people: [{ contact: scene.kim }],
      note: null,
    });
    expect(answer.outcomes[0]).toMatchObject({
      status: "not_allowed",
      reason: "asked not to be invited again",
    });
  }),
);

test(
  "only a link that stops knows a language, before and after it has stopped; looking stops nothing",
  inWorld(async (world) => {
    const scene = await setScene(world);
    await world.db.execute(
      sql`update contacts set language = 'de' where org_id = ${world.orgId} and id = ${scene.kim}`,
    );
    const stop = await tokenFor(scene, "stop");
    const forged = `${stop.slice(0, -2)}${stop.endsWith("A") ? "BB" : "AA"}`;
    for (const other of [
      await tokenFor(scene, "invite"),
      await tokenFor(scene, "stop", 2),
      forged,
      "x",
      "",
    ]) {
      expect(await stopLanguage(world.visitor(), { token: other, accepts: "en" })).toBe("en");
      expect(await stopInvitations(world.visitor(), { token: other, accepts: "en" })).toBe("en");
    }
    const visit = { token: stop, accepts: "en" };
    expect(await stopLanguage(world.visitor(), visit)).toBe("de");
    expect(await world.db.execute(sql`select from suppressions where org_id = ${world.orgId}`)).toHaveLength(
      0,
    );
    expect(await stopInvitations(world.visitor(), visit)).toBe("de");
    expect(await stopLanguage(world.visitor(), visit)).toBe("de");
  }),
);

test(
  "for a contact without a language, the page of a stop link speaks the browser's, else the organization's",
  inWorld(async (world) => {
    const token = await tokenFor(await setScene(world), "stop");
    expect(await stopLanguage(world.visitor(), { token, accepts: "de-AT" })).toBe("de");
    expect(await stopLanguage(world.visitor(), { token, accepts: "fr" })).toBe("en");
    await world.db.execute(sql`update organizations set language = 'de' where id = ${world.orgId}`);
    expect(await stopLanguage(world.visitor(), { token, accepts: null })).toBe("de");
    expect(await stopInvitations(world.visitor(), { token, accepts: "en" })).toBe("en");
  }),
);

test(
  "declining tells the inviter and is final",
  inWorld(async (world) => {
    const scene = await setScene(world);
    const token = await tokenFor(scene);
    const receipt = (await declineOffer(world.visitor(), token)) ?? "";
    expect(await declineOffer(world.visitor(), token)).toBeNull();
    expect(await findDeclined(world.visitor(), { token, receipt })).toMatchObject({
      id: scene.kimInvitation,
    });
    for (const other of [token, await tokenFor(scene, "declined", 2), "", "x"])
      expect(await findDeclined(world.visitor(), { token, receipt: other })).toBeNull();
    expect(await findDeclined(world.visitor(), { token: "x", receipt })).toBeNull();
    expect((await world.outbox()).at(-1)).toMatchObject({
      kind: "invitation_declined",
      address: "ada@northwind.example",
    });
    expect(await kim(scene)).toMatchObject({ status: "declined", joined: false });
  }),
);

test(
  "nobody has declined what is open, even with a receipt; asking to be invited instead is known for an hour",
  inWorld(async (world) => {
    const scene = await setScene(world);
    const token = await tokenFor(scene);
    const receipt = await tokenFor(scene, "declined");
    expect(await findDeclined(world.visitor(), { token, receipt })).toBeNull();
    const row = await findOffer(world.visitor(), token);
    if (!row) throw new Error("Kim has an invitation");
    const [quinn, omar] = [world.visitor(world.userOf("quinn")), world.visitor(world.userOf("omar"))];
    expect(await hasAsked(quinn, row)).toBe(false);
    await askInstead(quinn, token);
    expect([await hasAsked(quinn, row), await hasAsked(omar, row)]).toEqual([true, false]);
    await world.db.execute(
      sql`update limits set window_started_at = now() - interval '61 minutes' where org_id = ${world.orgId}`,
    );
    expect(await hasAsked(quinn, row)).toBe(false);
  }),
);

test(
  "who has joined the workspace already is led there, and asks nobody to be invited",
  inWorld(async (world) => {
    const scene = await setScene(world);
    const token = await tokenFor(scene);
    const isIn = async (name: "ada" | "quinn") =>
      (await findOffer(world.visitor(world.userOf(name)), token))?.isReaderIn;
    expect([await isIn("ada"), await isIn("quinn")]).toEqual([true, false]);
    expect((await findOffer(world.visitor(), token))?.isReaderIn).toBe(false);
    const become = (what: ReturnType<typeof sql>) => world.db.execute(what);
    const [own, ada] = [sql`org_id = ${world.orgId}`, world.id("ada")];
    await become(sql`update contacts set deactivated_at = now() where ${own} and id = ${ada}`);
    expect(await isIn("ada")).toBe(false);
    await become(sql`update contacts set deactivated_at = null where ${own} and id = ${ada}`);
    await become(
      sql`update members set joined_at = null, seen_at = null where ${own} and contact_id = ${ada}`,
    );
    expect(await isIn("ada")).toBe(false);
    await become(sql`update members set joined_at = now() where ${own} and contact_id = ${ada}`);
    const before = (await world.outbox()).length;
    await askInstead(world.visitor(world.userOf("ada")), token);
    expect(await world.outbox()).toHaveLength(before);
    await askInstead(world.visitor(world.userOf("quinn")), token);
    expect(await world.outbox()).toHaveLength(before + 1);
  }),
);

test(
  "five presses of Send me a new link make one message, and leave a member's resend possible",
  inWorld(async (world) => {
    const scene = await setScene(world);
    const token = await tokenFor(scene);
    for (let press = 0; press < 5; press++) await requestNewLink(world.visitor(), token);
    const kims = async () =>
      (await world.outbox()).filter(({ address }) => address === "kim@acme.com").length;
    expect(await kims()).toBe(2);
    await world.pass("2 minutes");
    const [resent] = await resendInvitations(await world.as("ines"), { invitations: [scene.kimInvitation] });
    expect(resent).toMatchObject({ isSent: true, reason: null });
    expect(await kims()).toBe(3);
  }),
);

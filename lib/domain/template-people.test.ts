import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { holdersIn, makeTemplate, role, starting } from "@/tests/templating";
import { inWorld, useDatabase } from "@/tests/world";
import { newId } from "./id";
import { answerInternalRequest } from "./internal-requests";
import { splitRecipients } from "./recipient-text";
import { requestInternal } from "./request-internal";
import { recogniseHolders, suggestHolders } from "./template-people";
import { getStarted } from "./template-started";
import { startFromTemplate } from "./template-use";
import { sortKey } from "./text";

await useDatabase();

test(
  "a wrong address leaves its role unassigned with the reason, and spoils neither the workspace nor the others",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const template = await makeTemplate(ines);
    const started = await startFromTemplate(
      ines,
      starting(template, ["Noel", "kim@acme", "Nobody Known", "a@acme.com, b@acme.com"]),
    );
    expect(await holdersIn(world, started.workspace.id)).toEqual({
      "Account lead": "Noel",
      Signatory: null,
      Finance: null,
      Reviewer: null,
    });
    expect(started.roles.map(({ reason }) => reason)).toEqual([
      null,
      "needs a full email address",
      "nobody here is called “Nobody Known”; type an email or phone number",
      "a role is held by one person or one group; name one",
    ]);
    expect((await world.outbox()).map(({ address }) => address)).toEqual(["noel@northwind.example"]);
  }),
);

test(
  "a group that cannot be told as a whole has its role, and its page says how many were not told and why",
  inWorld(async (world) => {
    await world.db.execute(sql`update organizations set member_hourly_limit = 1 where id = ${world.orgId}`);
    const ines = await world.inOrganization("ines");
    const template = await makeTemplate(ines);
    const act = starting(template, ["", "", "Acme finance"]);
    await startFromTemplate(ines, act);
    const { roles, sent } = await getStarted(ines, template, act.command);
    const limit = /^You have reached your limit of 1 message an hour\./;
    expect(roles[2]).toMatchObject({
      holder: "Acme finance",
      people: { count: 2, sent: 1, unsent: { count: 1, reasons: [expect.stringMatching(limit)] } },
    });
    expect(sent).toBe(1);
  }),
);

test(
  "a person known by phone and by e-mail, and in a group that gets another role, comes once",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    await world.db.execute(
      sql`update contacts set phone = '+14155550199' where org_id = ${world.orgId} and id = ${world.id("quinn")}`,
    );
    const started = await startFromTemplate(
      ines,
      starting(await makeTemplate(ines), ["", "+1 415 555 0199", "acme FINANCE", "Quinn@northwind.example"]),
    );
    expect(await holdersIn(world, started.workspace.id)).toMatchObject({
      Signatory: "Quinn",
      Finance: "Acme finance",
      Reviewer: "Quinn",
    });
    const quinn = (await world.outbox()).filter(({ values }) => String(values.roleName).includes("Reviewer"));
    expect(quinn).toHaveLength(1);
    expect(await world.outbox()).toHaveLength(2);
  }),
);

test(
  "a role is given only to people and groups it is for, and who gets none is not invited",
  inWorld(async (world) => {
    const ada = await world.inOrganization("ada");
    const template = await makeTemplate(ada);
    const started = await startFromTemplate(
      ada,
      starting(template, ["Cleo", "Noel", "Lending team", "Lending team"]),
    );
    expect(started.roles.map(({ reason }) => reason)).toEqual([
      "this role is for internal users",
      "this role is for clients",
      "this role is for clients",
      null,
    ]);
    expect(await holdersIn(world, started.workspace.id)).toMatchObject({
      Finance: null,
      Reviewer: "Lending team",
    });
    const addresses = (await world.outbox()).map(({ address }) => address).sort();
    expect(addresses).toEqual(["noel@northwind.example", "omar@northwind.example"]);
  }),
);

test(
  "only admins bring new internal users; others read why and whom to ask for, and the role stays open",
  inWorld(async (world) => {
    const flow = { roles: [role("Account lead", "internal"), role("Reviewer")], actions: [] };
    const roles = ["Account lead", "Reviewer"];
    const people = ["Zoe Ito <zoe@northwind.example>", "yan@northwind.example"];
    for (const name of ["ines", "ada"] as const) {
      const ctx = await world.inOrganization(name);
      const template = await makeTemplate(ctx, flow);
      const started = await startFromTemplate(
        ctx,
        starting(template, people, { roles, kinds: ["client", "internal"] }),
      );
      const isOpen = started.roles.map(({ holder }) => holder === null);
      expect(isOpen).toEqual(name === "ada" ? [false, false] : [true, true]);
      if (name === "ada") expect(started.roles.map(({ askFor }) => askFor)).toEqual([null, null]);
      if (name === "ines")
        expect(started.roles[0]).toMatchObject({
          reason: "Only admins can invite new internal users. Ask an admin.",
          askFor: "zoe@northwind.example",
        });
    }
  }),
);

test(
  "the page of what was made tells that the admins were asked, and then who has invited whom",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const flow = { roles: [role("Account lead", "internal"), role("Deputy", "internal")], actions: [] };
    const template = await makeTemplate(ines, flow);
    const people = ["zoe@new.example", "yan@new.example"];
    const input = starting(template, people, { roles: ["Account lead", "Deputy"] });
    const { workspace, roles } = await startFromTemplate(ines, input);
    const requests = async () =>
      (await getStarted(ines, template, input.command)).roles.map(({ request }) => request);
    expect(await requests()).toEqual([null, null]);
    const [lead] = roles;
    const asked = { address: lead?.askFor ?? "", role: lead?.role };
    await requestInternal(await world.as("ines", workspace.id), asked);
    expect(await requests()).toMatchObject([{ answeredBy: null }, null]);
    const [row] = await world.db.execute<{ id: string }>(sql`select id from activity
      where org_id = ${world.orgId} and kind = 'internal_requested'`);
    const answer = { command: newId(), workspace: workspace.id, request: row?.id ?? "", role: lead?.role };
    await answerInternalRequest(await world.inOrganization("ada"), answer);
    expect(await requests()).toMatchObject([{ answeredBy: "Ada" }, null]);
  }),
);

test(
  "a name that several have means the one the role is for, and where it could be two, nobody",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const call = (who: "quinn" | "omar") => sql`update contacts set name = 'Sam Ito', sort_key = 'sam ito'
      where org_id = ${world.orgId} and id = ${world.id(who)}`;
    await world.db.execute(call("quinn"));
    await world.db.execute(call("omar"));
    const template = await makeTemplate(ines);
    const started = await startFromTemplate(ines, starting(template, ["sam  ITO", "Sam Ito", "", "Sam Ito"]));
    expect(started.roles.map(({ status, reason }) => [status, reason])).toEqual([
      ["added", null],
      ["added", null],
      [null, null],
      ["invalid", "several are called “Sam Ito”; type the email or phone number"],
    ]);
    const addresses = (await world.outbox()).map(({ address }) => address).sort();
    expect(addresses).toEqual(["omar@northwind.example", "quinn@northwind.example"]);
  }),
);

test(
  "a group that was chosen is that very one, whoever else is called so; another organization's is none",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    await world.db.execute(sql`insert into contacts (org_id, id, kind, name, email, sort_key) values
      (${world.orgId}, ${newId()}, 'client', 'Acme finance', 'office@acme.com', 'acme finance')`);
    const flow = { roles: [role("First"), role("Second"), role("Third")], actions: [] };
    const template = await makeTemplate(ines, flow);
    const input = starting(template, ["Acme finance", "Acme finance", "Acme finance"], {
      roles: ["First", "Second", "Third"],
      groups: [world.groups.clients, "", newId()],
    });
    const { roles } = await startFromTemplate(ines, input);
    expect(roles.map(({ holder, reason }) => [holder, reason])).toEqual([
      ["Acme finance", null],
      [null, "several are called “Acme finance”; type the email or phone number"],
      [null, "nobody here is called “Acme finance”; type an email or phone number"],
    ]);
  }),
);

test.each(["Bakers & Sons Inc.", "Smith, Jones & Co.", "1. FC Acme", "Who?"])(
  "who is called %s is meant by the whole name, also where a part of it is another's",
  (name) =>
    inWorld(async (world) => {
      const ines = await world.inOrganization("ines");
      await world.db.execute(sql`update groups set name = ${name}, sort_key = ${sortKey(name)}
        where org_id = ${world.orgId} and id = ${world.groups.clients}`);
      const part = splitRecipients(name)[0]?.text ?? "";
      await world.db.execute(sql`insert into contacts (org_id, id, kind, name, email, sort_key)
        values (${world.orgId}, ${newId()}, 'client', ${part}, 'office@acme.com', ${sortKey(part)})`);
      const template = await makeTemplate(ines, { roles: [role("Reviewer")], actions: [] });
      const { roles } = await startFromTemplate(ines, starting(template, [name], { roles: ["Reviewer"] }));
      expect(roles).toMatchObject([{ holder: name, reason: null }]);
    })(),
);

test(
  "for a role contacts are found by what the People field finds them by, and groups, each kind for its roles",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    await world.db.execute(sql`insert into contacts (org_id, id, kind, name, email, phone, sort_key) values
      (${world.orgId}, ${newId()}, 'client', 'Xan Roth', 'office@acme.com', '+14155550199', 'xan roth')`);
    const found = async (q: string, audience: "client" | "internal" | "any" = "client") => {
      const { people, groups } = await suggestHolders(ines, { q, audience });
      return [...people, ...groups].map(({ name }) => name);
    };
    for (const q of ["xa", "rot", "off", "415 555 0199"]) expect(await found(q), q).toEqual(["Xan Roth"]);
    expect(await found("acme f", "any")).toEqual(["Acme finance"]);
    expect(await found("xan", "internal")).toEqual(["Xan Roth"]);
    const asked = ["office@acme.com", "new@acme.com"].map((text) => ({ text }));
    const told = await recogniseHolders(ines, { audience: "internal" }, { texts: asked });
    expect(told).toMatchObject([
      { is: "invalid", name: "Xan Roth", reason: "this role is for internal users" },
      { is: "new" },
    ]);
  }),
);

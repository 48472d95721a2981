import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inviting, newClient } from "@/tests/inviting";
import { tick, toWhom } from "@/tests/reminding";
import { inWorld, useDatabase, type World } from "@/tests/world";
import { inviteMembers } from "./invite";
import { ChooseNotices, chooseNotices, getNotices } from "./notices";
import { getReminders, SetReminders, setReminders } from "./reminders";
import { getInvitationSettings, InvitationSettings, saveInvitationSettings, settingsTabs } from "./settings";

await useDatabase();

const FORM = {
  lifetime: "14",
  unit: "days",
  undo: "5",
  reminders: "2, 5, 9",
  memberHourly: "100",
  adminDaily: "5,000",
  workspaceDaily: "2000",
  daily: "10 000",
  allowed: "",
  blocked: "",
};

const save = async (world: World, change: Partial<typeof FORM>) =>
  saveInvitationSettings(await world.as("ada"), InvitationSettings.parse({ ...FORM, ...change }));

const mistakes = (change: Record<string, string>) => {
  const parsed = InvitationSettings.safeParse({ ...FORM, ...change });
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join()}: ${message}`);
};

test.each([
  [{ lifetime: "0" }, "lifetime: Enter a time from 1 hour to 30 days"],
  [{ lifetime: "31" }, "lifetime: Enter a time from 1 hour to 30 days"],
  [{ lifetime: "721", unit: "hours" }, "lifetime: Enter a time from 1 hour to 30 days"],
  [{ lifetime: "1.5" }, "lifetime: Enter a time from 1 hour to 30 days"],
  [{ unit: "weeks" }, "unit: Choose hours or days."],
  [{ undo: "7" }, "undo: Choose one of the list."],
  [{ reminders: "2, 30" }, "reminders: Enter at most 5 days from 1 to 29"],
  [{ reminders: "0" }, "reminders: Enter at most 5 days from 1 to 29"],
  [{ reminders: "1 2 3 4 5 6" }, "reminders: Enter at most 5 days from 1 to 29"],
  [{ reminders: "soon" }, "reminders: Enter at most 5 days from 1 to 29"],
  [{ memberHourly: "10,001" }, "memberHourly: Enter a number of messages from 1 to 10,000."],
  [{ adminDaily: "-1" }, "adminDaily: Enter a number of messages from 1 to 100,000."],
  [{ workspaceDaily: "" }, "workspaceDaily: Enter a number of messages from 1 to 100,000."],
  [{ daily: "1e9" }, "daily: Enter a number of messages from 1 to 1,000,000."],
  [{ allowed: "acme" }, "allowed: “acme” is not a domain."],
  [{ blocked: "kim@acme.com" }, "blocked: “kim@acme.com” is an address."],
  [{ allowed: "acme.com", blocked: "b.example @ACME.com" }, "blocked: “acme.com” is allowed as well."],
])("%j is refused beside its field", (change, words) => {
  expect(mistakes(change)).toEqual([expect.stringContaining(words)]);
});

test("an hour and thirty days are allowed, and days are put in order, each once", () => {
  expect(mistakes({ lifetime: "1", unit: "hours" })).toEqual([]);
  expect(mistakes({ lifetime: "30" })).toEqual([]);
  expect(InvitationSettings.parse({ ...FORM, reminders: " 9;2  5, 2" }).reminders).toEqual([2, 5, 9]);
});

test(
  "what is saved is what the form shows next, holds for what is sent from now on, and is recorded by name",
  inWorld(async (world) => {
    const change = { lifetime: "36", unit: "hours", undo: "30", daily: "1" };
    expect(await save(world, change)).toEqual({ changed: 3 });
    const ada = await world.as("ada");
    const { fields } = await getInvitationSettings(ada);
    expect(fields).toEqual({ ...FORM, ...change, adminDaily: "5000", workspaceDaily: "2000" });
    const people = [newClient("kim@acme.com"), newClient("lee@acme.com")];
    const { outcomes } = await inviteMembers(ada, inviting(people));
    expect(outcomes.map(({ status }) => status)).toEqual(["invited", "over_limit"]);
    const [row] = await world.db.execute<{ hours: number; held: number }>(sql`
      select extract(epoch from i.expires_at - i.created_at)::int / 3600 as hours,
        extract(epoch from m.held_until - m.created_at)::int as held
      from invitations i join messages m on m.org_id = i.org_id and m.subject_id = i.id
      where i.org_id = ${world.orgId}`);
    expect(row).toEqual({ hours: 36, held: 30 });
    expect(await save(world, change)).toEqual({ changed: 0 });
    const told = await world.db.execute<{ data: unknown }>(sql`
      select data from activity where org_id = ${world.orgId} and kind = 'settings_changed'`);
    expect(told.map(({ data }) => data)).toEqual([
      { fields: ["life of links", "time to undo", "limit of the organization"] },
    ]);
  }),
);

test(
  "domains are kept as A-labels, hold for who is invited from then on, and one cannot stand in both lists",
  inWorld(async (world) => {
    expect(await save(world, { allowed: "@Acme.com *.Acme.com", blocked: "b\u00fccher.example" })).toEqual({
      changed: 2,
    });
    const ada = await world.as("ada");
    expect((await getInvitationSettings(ada)).fields).toMatchObject({
      allowed: "acme.com, *.acme.com",
      blocked: "xn--bcher-kva.example",
    });
    const people = [newClient("kim@dept.acme.com"), newClient("kim@acme.co")];
    const { outcomes } = await inviteMembers(ada, inviting(people));
    expect(outcomes.map(({ status }) => status)).toEqual(["invited", "not_allowed"]);
    const wrong = world.db.execute(
      sql`update organizations set blocked_domains = '{acme.com}' where id = ${world.orgId}`,
    );
    await expect(wrong).rejects.toMatchObject({ cause: { constraint_name: "organizations_domains" } });
  }),
);

test(
  "changed days hold for people who were invited before, but not where a workspace has its own",
  inWorld(async (world) => {
    await inviteMembers(await world.as("ines"), inviting([newClient("kim@acme.com")]));
    await world.pass("1 minute");
    await save(world, { reminders: "1" });
    await world.pass("1 day");
    expect(toWhom(await tick(world))).toEqual(["invitation_reminder kim@acme.com"]);

    await setReminders(await world.as("omar"), SetReminders.parse({ use: "own", days: "3" }));
    await save(world, { reminders: "2" });
    await world.pass("1 day");
    expect(toWhom(await tick(world))).toEqual([]);
    await world.pass("1 day");
    expect(toWhom(await tick(world))).toEqual(["invitation_reminder kim@acme.com"]);
    expect(await getReminders(await world.as("ines"))).toEqual({
      own: [3],
      organization: [2],
      mayChange: false,
    });
  }),
);

test(
  "a reminder that waits for the morning still comes when the days are changed in the night, unless its day is gone",
  inWorld(async (world) => {
    await inviteMembers(await world.as("ines"), inviting([newClient("kim@acme.com")]));
    await world.pass("49 hours");
    const night = { daytime: (now: Date) => new Date(now.getTime() + 36_000_000) };
    expect(await tick(world, night)).toEqual([]);
    await save(world, { reminders: "2, 7" });
    await world.pass("10 hours");
    expect(await tick(world, night)).toEqual([]);
    await setReminders(await world.as("omar"), SetReminders.parse({ use: "own", days: "2, 6" }));
    await world.pass("10 hours");
    expect(toWhom(await tick(world))).toEqual(["invitation_reminder kim@acme.com"]);

    await world.pass("75 hours");
    expect(await tick(world, night)).toEqual([]);
    await setReminders(await world.as("omar"), SetReminders.parse({ use: "own", days: "12" }));
    await world.pass("10 hours");
    expect(toWhom(await tick(world))).toEqual([]);
  }),
);

test(
  "a workspace without reminders has none until it takes the organization's days again",
  inWorld(async (world) => {
    await inviteMembers(await world.as("ines"), inviting([newClient("kim@acme.com")]));
    await world.pass("1 minute");
    await setReminders(await world.as("omar"), SetReminders.parse({ use: "none" }));
    await world.pass("3 days");
    expect(toWhom(await tick(world))).toEqual([]);
    await setReminders(await world.as("omar"), SetReminders.parse({ use: "organization", days: "" }));
    await world.pass("2 days");
    expect(toWhom(await tick(world))).toEqual(["invitation_reminder kim@acme.com"]);
    const own = setReminders(await world.as("omar"), SetReminders.parse({ use: "own", days: " " }));
    await expect(own).rejects.toMatchObject({ code: "invalid", fields: { days: expect.any(String) } });
  }),
);

test(
  "everybody internal chooses their own notices, by their own clock; a daily one begins now",
  inWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    expect(settingsTabs(ines)).toEqual(["notices"]);
    expect(settingsTabs(await world.inOrganization("ada"))).toEqual([
      ...["general", "invitations", "delivery", "notices"],
    ]);
    expect(await getNotices(ines)).toEqual({ joined: "each", timeZone: null });
    await chooseNotices(ines, ChooseNotices.parse({ joined: "daily", timeZone: "Europe/Berlin" }));
    expect(await getNotices(ines)).toEqual({ joined: "daily", timeZone: "Europe/Berlin" });
    const [row] = await world.db.execute<{ people: number; ago: number }>(sql`
      select count(*)::int as people, max(extract(epoch from now() - digested_at))::float8 as ago from contacts
      where org_id = ${world.orgId} and joined_notices = 'daily'`);
    expect(row?.people).toBe(1);
    expect(Math.abs(row?.ago ?? 100)).toBeLessThan(1);
    const wrong = ChooseNotices.safeParse({ joined: "hourly", timeZone: "Mars/Olympus" });
    expect(wrong.error?.issues.map(({ path }) => path[0])).toEqual(["joined", "timeZone"]);
  }),
);

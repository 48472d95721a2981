import { expect, type Page } from "@playwright/test";
import { sql } from "drizzle-orm";
import { newId } from "@/lib/domain/id";
import { check } from "./axe";
import { addOrganization, type Installation, signInByCode, test } from "./installation";

const ADA = "ada@harbour.example";

async function openOutbox(page: Page, installation: Installation): Promise<void> {
  await addOrganization(installation, "harbour", ADA);
  await signInByCode(page, installation, ADA);
  await page.goto("/harbour/outbox");
  await expect(page.getByText("No messages yet.")).toBeVisible();
}

/** A hundred messages, of which all but the last, which is held, have just been taken. */
const takeMost = ({ db }: Installation) => {
  const rows = JSON.stringify(Array.from({ length: 100 }, (_, i) => ({ id: newId(), isHeld: i === 99 })));
  return db.execute(sql`
    with known as (
      insert into channel_health (provider, accepted_at) values ('mailbox', now())
      on conflict (provider) do update set accepted_at = now()
    )
    insert into messages (org_id, id, kind, channel, address, subject_id, template_version, "values", state, held_until, sent_at)
    select o.id, r.id, 'test_message', 'email', 'ada@harbour.example', r.id, 1, '{}',
      case when r."isHeld" then 'queued' else 'sent' end, now() + interval '1 hour',
      case when not r."isHeld" then now() end
    from organizations o, json_to_recordset(${rows}::json) as r(id uuid, "isHeld" boolean) where o.slug = 'harbour'`);
};

test("while messages leave the outbox says how many a second, and nothing when that is over", async ({
  page,
  installation,
}) => {
  await openOutbox(page, installation);
  await takeMost(installation);
  const pace = page.getByText("Sending: 20/s", { exact: true });
  await expect(pace).toBeVisible();
  await check(page, "an outbox at work");
  await expect(pace).toHaveCount(0, { timeout: 20_000 });
});

test("where no worker runs, the outbox and the settings say since when messages wait, and what to do", async ({
  page,
  installation,
}) => {
  await openOutbox(page, installation);
  await installation.db.execute(sql`truncate channel_health`);
  await installation.db.execute(sql`
    insert into messages (org_id, id, kind, channel, address, subject_id, template_version, "values", held_until, next_at)
    select id, ${newId()}, 'test_message', 'email', ${ADA}, ${newId()}, 1, '{}', now() - interval '5 minutes', now() - interval '5 minutes'
    from organizations where slug = 'harbour'`);
  const said = page
    .getByRole("status")
    .filter({ hasText: /^No worker has taken messages since .*\d\d:\d\d/ });
  await expect(said).toContainText("start one with npm run worker. 1 message waits. Nothing is lost.");
  await check(page, "an outbox without a worker");
  await page.goto("/harbour/settings/delivery");
  await expect(said).toContainText("Start one with npm run worker; nothing is lost.");
  await check(page, "delivery without a worker");
  await installation.db.execute(sql`update messages set state = 'delivered'`);
  await expect(said).toHaveCount(0, { timeout: 15_000 });
});

test("an admin pauses all sending, is told so, and lets it go on; codes to sign in go out meanwhile", async ({
  page,
  installation,
}) => {
  await openOutbox(page, installation);
  await page.getByRole("button", { name: "Pause sending" }).click();
  const strip = page.getByRole("status").filter({ hasText: "Sending is paused since" });
  await expect(strip).toContainText("only sign-in codes go out. 0 messages wait. Nothing is lost.");
  await check(page, "a paused outbox");
  await page.goto("/harbour/invitations");
  await expect(page.getByRole("status").filter({ hasText: "Email is paused" })).toContainText(
    "Copying the link still works.",
  );
  await check(page, "invitations while sending is paused");
  await page.goto("/harbour/outbox");
  await page.getByRole("button", { name: "Continue sending" }).click();
  await expect(strip).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Pause sending" })).toBeVisible();
});

test("providers' servers need no page of ours to write, but their signature; nobody else passes the gate", async ({
  request,
}) => {
  const post = async (path: string) =>
    (await request.post(path, { data: { type: "email.delivered" } })).status();
  expect(await post("/api/webhooks/resend")).toBe(401);
  expect(await post("/api/webhooks/twilio?message=x")).toBe(401);
  expect(await post("/api/webhooks/other")).toBe(403);
});

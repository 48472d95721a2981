import { expect, type Locator, type Page } from "@playwright/test";
import { thisMoment } from "./fresh";

export type Kind = "client" | "internal" | "client-group" | "internal-team";
export type Outcome = "existing" | "new" | "contacts" | "quietly";

export const isGroup = (kind: Kind) => kind === "client-group" || kind === "internal-team";

let names = 0;

/** A name nobody has had before. */
export const freshName = (tag: string) => `${tag} ${thisMoment()}${++names}`;

/** Pastes a list of people into a People field, as one paste. */
export const pastePeople = (field: Locator, list: string[]) =>
  field.evaluate((input, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    input.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, list.join("\n"));

/** First step, up to and with "Next": one person, or a group of these people. */
export async function fillDetails(page: Page, kind: Kind, name: string, addresses: string[]): Promise<void> {
  await page.goto(`/northwind/contacts/new/${kind}`);
  await page.getByLabel(isGroup(kind) ? "Name" : "Full name", { exact: true }).fill(name);
  if (isGroup(kind)) await pastePeople(page.getByRole("combobox", { name: "People" }), addresses);
  else await page.getByLabel("Email", { exact: true }).fill(addresses[0] ?? "");
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByText("Step 2 of 2")).toBeVisible();
}

/** Second step: chooses and presses the button that repeats the choice. */
export async function choose(page: Page, outcome: Outcome, workspace = ""): Promise<void> {
  if (outcome === "contacts") await page.getByRole("radio", { name: "Add to Contacts", exact: true }).check();
  if (outcome === "quietly") await page.getByRole("radio", { name: "Add to Contacts Quietly" }).check();
  if (outcome === "existing") await page.getByLabel("Workspace", { exact: true }).selectOption(workspace);
  if (outcome === "new") {
    await page.getByLabel("Workspace", { exact: true }).selectOption("New workspace");
    await page.getByLabel("Name of the new workspace").fill(workspace);
  }
  const label = { contacts: /^Add to Contacts( ·|$)/, quietly: /^Add to Contacts Quietly$/ };
  const words = outcome === "contacts" || outcome === "quietly" ? label[outcome] : /^Add to Workspace( ·|$)/;
  await page.getByRole("button", { name: words }).click();
}

/** What the page says became of it. */
export const said = (page: Page, words: string | RegExp) =>
  page.getByRole("status").filter({ hasText: words });

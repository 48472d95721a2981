import type { NorthwindPerson } from "../groups";
import type { Story } from "../story";

export const acmeOnboarding: Story<NorthwindPerson> = {
  name: "Acme Corp onboarding",
  owner: "admin",
  created: "12.8d",
  due: 16,
  roles: [
    { name: "Client signatory", audience: "client", holder: "priya" },
    { name: "Account lead", audience: "internal", holder: "internal" },
    { name: "Compliance reviewer", audience: "internal" },
  ],
  steps: [
    {
      title: "Sign engagement letter",
      kind: "todo",
      role: "Client signatory",
      due: -8,
      done: { by: "priya", at: "9.6d" },
    },
    {
      title: "Approve scope",
      kind: "approval",
      role: "Account lead",
      due: -6,
      done: { by: "internal", at: "8.3d" },
    },
    {
      title: "Upload incorporation documents",
      kind: "todo",
      role: "Client signatory",
      due: 2,
      instructions: "Certificate of incorporation, articles, and the register of directors. Scans are fine.",
    },
    {
      title: "Verify identity",
      kind: "approval",
      role: "Compliance reviewer",
      due: 6,
      instructions: "Compare the register of directors with the identity documents.",
    },
    { title: "Countersign agreement", kind: "acknowledgement", role: "Account lead", due: 12 },
  ],
  added: [
    { who: "internal", by: "admin", at: "12.7d" },
    { who: "priya", by: "admin", at: "12.6d" },
    { who: "leila", by: "admin", at: "8.1d", seen: "6.5d" },
  ],
  invited: [
    {
      who: "nadia",
      by: "internal",
      at: "7.4d",
      again: ["3.5d"],
      note: "Hi Nadia, Priya said you keep the register of directors. Could you join and add it?",
    },
    {
      who: "hugo",
      by: "internal",
      at: "5.2d",
      delivery: "bounced",
      error: "mailbox does not exist",
      isSuppressed: true,
    },
    {
      who: "chidi",
      by: "admin",
      at: "4.6d",
      delivery: "complained",
      error: "marked as spam",
      isSuppressed: true,
    },
    { who: "tom", by: "admin", at: "2.4d" },
    {
      who: "ingrid",
      by: "admin",
      at: "1.3d",
      delivery: "delayed",
      error: "the mail server asks to try again later",
    },
  ],
};

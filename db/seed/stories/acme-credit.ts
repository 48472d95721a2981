import type { NorthwindPerson } from "../groups";
import type { Story } from "../story";

/** Begun today; nothing is done yet, and Priya has not looked. */
export const acmeCredit: Story<NorthwindPerson> = {
  name: "Acme Corp credit line renewal",
  owner: "daniel",
  created: "5h",
  due: 30,
  groups: ["Lending team"],
  roles: [
    { name: "Borrower", audience: "client", holder: "priya" },
    { name: "Guarantor", audience: "client" },
    { name: "Loan officer", audience: "internal", holder: "daniel" },
    { name: "Credit committee", audience: "internal" },
  ],
  steps: [
    { title: "Confirm the amount and term", kind: "todo", role: "Borrower", due: 3 },
    {
      title: "Provide financial statements",
      kind: "todo",
      role: "Borrower",
      due: 7,
      instructions: "The last two fiscal years, audited where you have them.",
    },
    { title: "Assess creditworthiness", kind: "todo", role: "Loan officer", due: 14 },
    { title: "Sign the guarantee", kind: "todo", role: "Guarantor", due: 18, isParallel: true },
    { title: "Approve the renewal", kind: "approval", role: "Credit committee", due: 24 },
    { title: "Accept the terms", kind: "acknowledgement", role: "Borrower", due: 28 },
  ],
  added: [
    { who: "mei", by: "daniel", at: "4.8h", through: "Lending team" },
    { who: "lukasz", by: "daniel", at: "4.8h", through: "Lending team", seen: "never" },
    { who: "admin", by: "daniel", at: "4.5h" },
    { who: "priya", by: "daniel", at: "3h", seen: "never" },
  ],
  invited: [
    {
      who: "sara",
      by: "daniel",
      at: "2.5h",
      delivery: "queued",
      error: "The mail service gave no clear answer.",
    },
  ],
};

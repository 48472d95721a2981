import type { NorthwindPerson } from "../groups";
import type { Story } from "../story";

/** The first flow with Acme Corp, through which Priya came; completed. */
export const acmeTax: Story<NorthwindPerson> = {
  name: "Acme Corp annual tax return",
  owner: "sofia",
  created: "21.6d",
  due: -2,
  roles: [
    { name: "Client", audience: "client", holder: "priya" },
    { name: "Tax preparer", audience: "internal", holder: "sofia" },
    { name: "Second reader", audience: "internal", holder: "internal" },
  ],
  steps: [
    {
      title: "Share ledgers and payroll",
      kind: "todo",
      role: "Client",
      due: -17,
      done: { by: "priya", at: "18.2d" },
    },
    {
      title: "Prepare the return",
      kind: "todo",
      role: "Tax preparer",
      due: -11,
      done: { by: "sofia", at: "12.4d" },
    },
    {
      title: "Review the return",
      kind: "approval",
      role: "Second reader",
      due: -8,
      done: { by: "internal", at: "10.5d" },
    },
    {
      title: "Approve for filing",
      kind: "approval",
      role: "Client",
      due: -5,
      done: { by: "priya", at: "6.7d" },
    },
    {
      title: "Acknowledge the filing receipt",
      kind: "acknowledgement",
      role: "Client",
      due: -2,
      done: { by: "priya", at: "4.2d" },
    },
  ],
  added: [
    { who: "internal", by: "sofia", at: "20.5d" },
    { who: "lukasz", by: "sofia", at: "20.5d" },
  ],
  invited: [
    {
      who: "priya",
      by: "sofia",
      at: "21.5d",
      note: "Welcome, Priya. This is where we will exchange everything for this year's return.",
      accepted: "20.8d",
    },
    { who: "nadia", by: "sofia", at: "17.3d", cancelled: "16.6d" },
  ],
};

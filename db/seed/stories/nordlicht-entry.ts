import type { NorthwindPerson } from "../groups";
import type { Story } from "../story";

/** Nearly done: the last word is Ada's. */
export const nordlichtEntry: Story<NorthwindPerson> = {
  name: "Nordlicht Energie market entry",
  owner: "ruth",
  created: "21.2d",
  due: 5,
  groups: ["Nordlicht board"],
  roles: [
    { name: "Client lead", audience: "client", holder: "jurgen" },
    { name: "Strategy contact", audience: "client", holder: "annika" },
    { name: "Analyst", audience: "internal", holder: "kenji" },
    { name: "Engagement partner", audience: "internal", holder: "admin" },
  ],
  steps: [
    {
      title: "Confirm the target markets",
      kind: "todo",
      role: "Client lead",
      due: -16,
      done: { by: "jurgen", at: "17.5d" },
    },
    {
      title: "Approve the budget",
      kind: "approval",
      role: "Client lead",
      due: -14,
      done: { by: "jurgen", at: "15.8d" },
    },
    {
      title: "Share grid studies",
      kind: "todo",
      role: "Strategy contact",
      due: -11,
      done: { by: "annika", at: "11.3d" },
    },
    {
      title: "Map permits and tariffs",
      kind: "todo",
      role: "Analyst",
      due: -6,
      done: { by: "kenji", at: "7.3d" },
    },
    {
      title: "Draft the entry plan",
      kind: "todo",
      role: "Analyst",
      due: -3,
      done: { by: "kenji", at: "3.1d" },
    },
    {
      title: "Acknowledge the draft",
      kind: "acknowledgement",
      role: "Client lead",
      due: -1,
      done: { by: "jurgen", at: "1.7d" },
    },
    {
      title: "Approve the final report",
      kind: "approval",
      role: "Engagement partner",
      due: 3,
      instructions: "Jürgen presents to the board at the end of the week; please read chapter 4 closely.",
    },
  ],
  added: [
    { who: "kenji", by: "ruth", at: "21.1d" },
    { who: "admin", by: "ruth", at: "21.1d", seen: "4.5d" },
    { who: "leila", by: "ruth", at: "16.5d", seen: "2.5d" },
  ],
  invited: [
    { who: "jurgen", by: "ruth", at: "20.7d", accepted: "20.1d" },
    { who: "annika", by: "ruth", at: "20.7d", accepted: "18.4d", seen: "5.5d" },
    { who: "klaus", by: "ruth", at: "16.3d", through: "Nordlicht board" },
    { who: "fatima", by: "leila", at: "9.4d", delivery: "bounced", error: "mailbox is full" },
    {
      who: "maria",
      by: "ruth",
      at: "8.6d",
      through: "Nordlicht board",
      reminded: ["6.6d"],
      again: ["2.6d"],
      note: "The draft is ready for the supervisory board. Everything you need is in here.",
    },
    { who: "bjorn", by: "leila", at: "4.4d", isSuppressed: true },
  ],
};

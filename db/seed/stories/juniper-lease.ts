import type { NorthwindPerson } from "../groups";
import type { Story } from "../story";

/** Midway; Grace was asked in an hour ago, has not looked yet, and is next. */
export const juniperLease: Story<NorthwindPerson> = {
  name: "Juniper Hotels lease review",
  owner: "mei",
  created: "15.7d",
  due: 21,
  roles: [
    { name: "Tenant", audience: "client", holder: "valentina" },
    { name: "Lease advisor", audience: "internal", holder: "mei" },
    { name: "Financial modeller", audience: "internal", holder: "internal" },
    { name: "Legal counsel", audience: "internal", holder: "owen" },
  ],
  steps: [
    {
      title: "Share current leases",
      kind: "todo",
      role: "Tenant",
      due: -12,
      done: { by: "valentina", at: "13.3d" },
    },
    {
      title: "Summarize key terms",
      kind: "todo",
      role: "Lease advisor",
      due: -8,
      done: { by: "mei", at: "9.2d" },
    },
    {
      title: "Acknowledge renewal priorities",
      kind: "acknowledgement",
      role: "Tenant",
      due: -3,
      done: { by: "valentina", at: "3.4d" },
    },
    {
      title: "Model rent scenarios",
      kind: "todo",
      role: "Financial modeller",
      due: 4,
      instructions: "Three scenarios: flat, indexed, and stepped with a break option in year five.",
    },
    { title: "Approve the negotiating position", kind: "approval", role: "Tenant", due: 9 },
    { title: "Draft amendments", kind: "todo", role: "Legal counsel", due: 14 },
    { title: "Sign amendments", kind: "todo", role: "Tenant", due: 20 },
  ],
  added: [
    { who: "owen", by: "mei", at: "15.6d", seen: "10d" },
    { who: "internal", by: "mei", at: "1h", seen: "never" },
  ],
  invited: [
    { who: "valentina", by: "mei", at: "15.5d", accepted: "14.6d" },
    { who: "andre", by: "mei", at: "15.5d", accepted: "12.2d" },
    { who: "beatrice", by: "owen", at: "8.5d", cancelled: "8.1d" },
    {
      who: "omar",
      by: "mei",
      at: "6.3d",
      again: ["2.2d"],
      delivery: "uncertain",
      error: "Nobody can tell whether this text message was sent.",
    },
    {
      who: "gwen",
      by: "mei",
      at: "6.3d",
      delivery: "failed",
      error: "This number cannot receive text messages.",
    },
  ],
};

import type { NorthwindPerson } from "../groups";
import type { Story } from "../story";

/** Midway, and waiting for a role that nobody fills. */
export const cedarAudit: Story<NorthwindPerson> = {
  name: "Cedar Health compliance audit",
  owner: "internal",
  created: "20.3d",
  due: 14,
  groups: ["Compliance desk"],
  roles: [
    { name: "Audit sponsor", audience: "client", holder: "samuel" },
    { name: "Lead auditor", audience: "internal", holder: "amara" },
    { name: "Data protection officer", audience: "client" },
    { name: "Reviewer", audience: "internal", group: "Compliance desk" },
  ],
  steps: [
    {
      title: "Agree on the audit plan",
      kind: "approval",
      role: "Audit sponsor",
      due: -17,
      done: { by: "samuel", at: "17.7d" },
    },
    {
      title: "Collect policies",
      kind: "todo",
      role: "Audit sponsor",
      due: -12,
      done: { by: "samuel", at: "13.2d" },
    },
    {
      title: "Interview staff",
      kind: "todo",
      role: "Lead auditor",
      due: -7,
      done: { by: "amara", at: "6.4d" },
    },
    {
      title: "Confirm the data inventory",
      kind: "todo",
      role: "Data protection officer",
      due: 1,
      instructions: "List every system that holds patient data, who runs it and where it stands.",
    },
    { title: "Review the findings", kind: "approval", role: "Reviewer", due: 6 },
    { title: "Present the report", kind: "todo", role: "Lead auditor", due: 10 },
    { title: "Acknowledge the report", kind: "acknowledgement", role: "Audit sponsor", due: 14 },
  ],
  added: [
    { who: "amara", by: "internal", at: "20.2d" },
    { who: "kenji", by: "internal", at: "20.1d", through: "Compliance desk", seen: "7.5d" },
    { who: "owen", by: "internal", at: "20.1d", through: "Compliance desk" },
  ],
  invited: [
    { who: "samuel", by: "internal", at: "19.5d", accepted: "18.9d" },
    { who: "renee", by: "internal", at: "18.6d", accepted: "17.4d", seen: "6.2d" },
    { who: "victor", by: "internal", at: "18.6d", isClosedAsExpired: true },
    {
      who: "martin",
      by: "amara",
      at: "5.6d",
      declined: "5.2d",
      note: "Martin, we think the inventory is yours to confirm. Is that right?",
    },
    {
      who: "joy",
      by: "amara",
      at: "3.6d",
      delivery: "failed",
      error: "The mail service refused this message.",
    },
    { who: "tanisha", by: "internal", at: "1.5d", delivery: "sent" },
  ],
  link: {
    by: "internal",
    at: "5.1d",
    role: "Data protection officer",
    uses: [
      {
        name: "Paul Brandt",
        email: "paul.brandt@brandt-devices.example",
        at: "4.7d",
        declined: { by: "internal", at: "4.3d", reason: "This audit is for staff of Cedar Health only." },
      },
      { name: "Leonie Haas", email: "leonie.haas@cedarhealth.example", at: "3.2d", withdrawn: "3.1d" },
      { name: "Hannah Voss", email: "hannah.voss@cedarhealth.example", at: "1.2d" },
    ],
  },
};

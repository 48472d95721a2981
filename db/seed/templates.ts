import type { TemplateFlow } from "@/db/schema";

/** A template of the demo; its actions name their role by the role's name. */
export type SeedTemplate<Who extends string> = {
  name: string;
  description: string;
  owner: Who;
  visibility: "private" | "shared";
  roles: TemplateFlow["roles"];
  actions: (Omit<TemplateFlow["actions"][number], "role" | "isParallel" | "instructions"> & {
    role: string;
    isParallel?: true;
    instructions?: string;
  })[];
};

const clientOnboarding: SeedTemplate<"ruth"> = {
  name: "Client onboarding",
  description: "From the engagement letter to the first call, for new companies.",
  owner: "ruth",
  visibility: "shared",
  roles: [
    { name: "Account lead", audience: "internal" },
    { name: "Compliance reviewer", audience: "internal" },
    { name: "Client signatory", audience: "client" },
    { name: "Client finance team", audience: "client" },
  ],
  actions: [
    { title: "Sign engagement letter", kind: "todo", role: "Client signatory", dueInDays: 3 },
    {
      title: "Upload incorporation documents",
      kind: "todo",
      role: "Client signatory",
      dueInDays: 7,
      instructions: "Certificate of incorporation, articles, and the register of directors. Scans are fine.",
    },
    {
      title: "Send the last two annual accounts",
      kind: "todo",
      role: "Client finance team",
      dueInDays: 7,
      isParallel: true,
    },
    { title: "Verify identity", kind: "approval", role: "Compliance reviewer", dueInDays: 10 },
    { title: "Approve scope", kind: "approval", role: "Account lead", dueInDays: 12 },
    { title: "Read how we work", kind: "acknowledgement", role: "Client signatory", dueInDays: 14 },
    { title: "Hold the first call", kind: "todo", role: "Account lead", dueInDays: 14, isParallel: true },
  ],
};

const annualReturn: SeedTemplate<"internal"> = {
  name: "Annual tax return",
  description: "Figures, draft, approval, filing.",
  owner: "internal",
  visibility: "shared",
  roles: [
    { name: "Tax adviser", audience: "internal" },
    { name: "Client finance lead", audience: "client" },
  ],
  actions: [
    { title: "Send the year's figures", kind: "todo", role: "Client finance lead", dueInDays: 14 },
    { title: "Prepare the return", kind: "todo", role: "Tax adviser", dueInDays: 35 },
    { title: "Approve the return", kind: "approval", role: "Client finance lead", dueInDays: 42 },
    { title: "File the return", kind: "todo", role: "Tax adviser", dueInDays: 45 },
  ],
};

const partnerReview: SeedTemplate<"admin"> = {
  name: "Partner review",
  description: "My own checklist before a file is closed.",
  owner: "admin",
  visibility: "private",
  roles: [
    { name: "Reviewer", audience: "internal" },
    { name: "Partner", audience: "any" },
  ],
  actions: [
    { title: "Check the file", kind: "todo", role: "Reviewer", dueInDays: 2 },
    {
      title: "Confirm that fees are settled",
      kind: "todo",
      role: "Reviewer",
      dueInDays: 2,
      isParallel: true,
    },
    { title: "Close the file", kind: "approval", role: "Partner", dueInDays: null },
  ],
};

/** The templates of Northwind Advisory. */
export const templates = [clientOnboarding, annualReturn, partnerReview];

import { acmeCredit } from "./stories/acme-credit";
import { acmeOnboarding } from "./stories/acme-onboarding";
import { acmeTax } from "./stories/acme-tax";
import { cedarAudit } from "./stories/cedar-audit";
import { juniperLease } from "./stories/juniper-lease";
import { nordlichtEntry } from "./stories/nordlicht-entry";

/** The six workspaces of Northwind Advisory. */
export const northwindStories = [
  acmeOnboarding,
  acmeCredit,
  acmeTax,
  cedarAudit,
  juniperLease,
  nordlichtEntry,
];

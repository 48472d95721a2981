import type { Address } from "./address";
import type { Organization } from "./context";
import { isAllowedAddress } from "./link-domains";

/** The domains at which an organization invites, and those at which it does not. */
export type InviteDomains = Pick<Organization, "allowedDomains" | "blockedDomains">;

/**
 * Why an organization invites nobody at an address, in words; null: it does. What is blocked stays blocked below a
 * domain that is allowed. Phone numbers have no domain, and who has joined needs no invitation.
 */
export function domainRefusal({ allowedDomains, blockedDomains }: InviteDomains, address: Address) {
  if (address.kind === "phone") return null;
  const domain = address.value.split("@").at(-1);
  if (blockedDomains.length > 0 && isAllowedAddress(address, blockedDomains))
    return `invitations to ${domain} are blocked in the settings`;
  return isAllowedAddress(address, allowedDomains)
    ? null
    : `${domain} is not among the domains that the settings allow`;
}

/** Somebody who waits for an answer, as those who answer see them. */
export type RequestRow = {
  request: string;
  name: string;
  address: string;
  /** The contact they are known as, if any, and what that is. */
  contactId: string | null;
  contactKind: "internal" | "client" | null;
  company: string | null;
  /** What the link they followed was made for, and the role it promised. */
  audience: "client" | "internal";
  roleId: string | null;
  askedAt: Date;
  /** False: would be a new internal user, whom only admins let in. */
  mayApprove: boolean;
};

/**
 * `total` is capped: 1001 means "more than 1,000". `mayDecide`: they can be answered; in an archived workspace they only
 * stand there.
 */
export type RequestsView = { requests: RequestRow[]; total: number; mayDecide: boolean };

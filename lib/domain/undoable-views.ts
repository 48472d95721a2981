import type { Holder } from "./invite-write";

/** What taking each kind of act back needs: ids, and the row of a removed member as it was. */
export type UndoableData = {
  member_removed: {
    contact: string;
    member: Record<string, unknown>;
    roles: string[];
    invitations: string[];
  };
  invitation_cancelled: { invitations: string[] };
  /** `wasThroughGroup`: was a member through a group only until then. */
  role_assigned: { role: string; holder: string; former: Holder | null; wasThroughGroup: boolean };
  role_unassigned: { role: string; former: Holder };
  requests_declined: { requests: string[] };
};

/** An act that may be taken back, about whom it was, and about how many. */
export type UndoableView = { id: string; kind: keyof UndoableData; name: string; count: number };

export type ErrorCode =
  | "invalid"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "gone"
  | "limited"
  | "signed_out";

/** A refusal that a person can read and act upon. `fields` are messages for single fields of the form. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly fields?: Record<string, string>,
  ) {
    super(message);
    this.name = "DomainError";
  }
}

/** A refusal of what was merged into another of its kind, whose id is `now`. */
export class MergedInto extends DomainError {
  constructor(
    message: string,
    readonly now: string,
  ) {
    super("gone", message);
  }
}

/** The one answer for what does not exist and for what the asker may not know to exist. */
export const notFound = () => new DomainError("not_found", "This page does not exist, or you cannot see it.");

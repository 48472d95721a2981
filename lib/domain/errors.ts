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

/** The one answer for what does not exist and for what the asker may not know to exist. */
export const notFound = () => new DomainError("not_found", "This page does not exist, or you cannot see it.");

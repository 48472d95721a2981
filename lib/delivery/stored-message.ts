import type { Channel } from "@/lib/domain/address";
import type { KeyRing } from "@/lib/domain/token";

/** A message as the outbox holds it. */
export type StoredMessage = {
  orgId: string;
  id: string;
  kind: string;
  channel: Channel;
  address: string;
  subjectId: string;
  templateVersion: number;
  language: string;
  values: Record<string, unknown>;
};

/** What the installation adds: where links lead, and the secrets they are derived from. */
export type Setting = { appUrl: string; keys: KeyRing };

/** Reads what a message says; throws for what is missing or of the wrong type. */
export class Values {
  constructor(private readonly values: Record<string, unknown>) {}

  text(name: string): string {
    const value = this.values[name];
    if (typeof value === "string") return value;
    throw wrong(name);
  }

  optional(name: string): string | null {
    return this.values[name] === null ? null : this.text(name);
  }

  number(name: string): number {
    const value = this.values[name];
    if (typeof value === "number") return value;
    throw wrong(name);
  }
}

const wrong = (name: string) => new Error(`The message has no usable "${name}".`);

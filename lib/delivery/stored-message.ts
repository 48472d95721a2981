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
export type Values = {
  text: (name: string) => string;
  optional: (name: string) => string | null;
  number: (name: string) => number;
};

export function valuesOf({ values }: StoredMessage): Values {
  const wrong = (name: string) => new Error(`The message has no usable "${name}".`);
  const optional = (name: string) => {
    const value = values[name];
    if (value === null || typeof value === "string") return value;
    throw wrong(name);
  };
  return {
    optional,
    text: (name) => {
      const value = optional(name);
      if (value === null) throw wrong(name);
      return value;
    },
    number: (name) => {
      const value = values[name];
      if (typeof value !== "number") throw wrong(name);
      return value;
    },
  };
}

import { v7 } from "uuid";

/** A new UUIDv7: ids sort by the time they were made, so bulk inserts fill index pages in order. */
export const newId = (): string => v7();

/** Stands in the organization column of what belongs to the installation itself. */
export const INSTALLATION = "00000000-0000-0000-0000-000000000000";

export const isId = (value: string) =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value);

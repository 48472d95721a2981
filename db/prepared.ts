import type postgres from "postgres";

/**
 * Drizzle asks the driver for no prepared statements. With them a connection reads a statement once, and from then on
 * it is one way there and back instead of two, often with the plan at hand. Only what runs outside transactions is
 * prepared, which is what pages read: acts on long lists are planned for the tables as they are at that moment.
 */
export function prepareReads<T extends Pick<postgres.Sql, "unsafe">>(client: T): T {
  const { unsafe } = client;
  client.unsafe = (text, parameters = [], options = {}) =>
    unsafe(text, parameters, { ...options, prepare: parameters.length > 0 });
  return client;
}

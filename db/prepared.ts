import type postgres from "postgres";

type Work = (inner: postgres.TransactionSql) => unknown;
type Opener = (...given: [...names: string[], work: Work]) => unknown;

/** What Drizzle uses of the driver: a pool begins, a transaction has savepoints. */
type Scope = Pick<postgres.Sql, "unsafe"> & { begin?: Opener; savepoint?: Opener };

/** Drizzle hands its work over last. */
const preparing =
  (open: Opener): Opener =>
  (...given) => {
    const work = given.pop() as Work;
    return open(...(given as string[]), (inner) => work(prepareAll(inner)));
  };

/**
 * Drizzle asks the driver for no prepared statements. With them a connection reads a statement once, and from then on
 * it is one way there and back instead of two. Statements without parameters stay as they are.
 */
export function prepareAll<T>(client: T): T {
  const scope = client as Scope;
  const { unsafe, begin, savepoint } = scope;
  scope.unsafe = (text, parameters = [], options = {}) =>
    unsafe(text, parameters, { ...options, prepare: parameters.length > 0 });
  if (begin) scope.begin = preparing(begin);
  if (savepoint) scope.savepoint = preparing(savepoint);
  return client;
}

import { customType, timestamp, uuid } from "drizzle-orm/pg-core";

/** Text compared byte by byte: one index serves prefix search, order and keyset pages. */
export const keyText = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });

/** A moment, to the millisecond, so that a JavaScript Date holds it exactly. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** The tenant: first column of every key of every table the tenant owns. */
export const orgId = () => uuid("org_id").notNull();

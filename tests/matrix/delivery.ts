import { sql } from "drizzle-orm";
import { listTroubles, listWays } from "@/lib/domain/delivery-health";
import { liftSuppressions, listSuppressions } from "@/lib/domain/suppressions";
import { listTestMessages, sendTestMessage } from "@/lib/domain/test-message";
import type { Row } from "./row";

const INTERNAL: Row["verdicts"] = ["ok", "ok", "ok", "forbidden", "ok"];
const ADMINS: Row["verdicts"] = ["ok", "forbidden", "forbidden", "forbidden", "ok"];

const PAGE = "/[org]/settings/delivery";
const ways = [{ name: "resend", handles: ["email"] as const }];

/** Delivery: whether messages leave is everybody's business, how they do is the admins'. */
export const deliveryRows: Row[] = [
  {
    name: "listTroubles",
    operation: "delivery:view",
    paths: ["/[org]/contacts", "/[org]/invitations", "/[org]/w/[workspace]"],
    run: (ctx) => listTroubles(ctx, { ways }),
    verdicts: INTERNAL,
  },
  {
    name: "listWays",
    operation: "delivery:manage",
    paths: [PAGE],
    run: (ctx) => listWays(ctx, { ways }),
    verdicts: ADMINS,
  },
  {
    name: "listTestMessages",
    operation: "delivery:manage",
    paths: [PAGE],
    run: (ctx) => listTestMessages(ctx),
    verdicts: ADMINS,
  },
  {
    name: "sendTestMessage",
    operation: "delivery:manage",
    paths: ["sendTestMessageAction"],
    run: (ctx) => sendTestMessage(ctx, { way: "resend" }, { ways }),
    verdicts: ADMINS,
  },
  {
    name: "listSuppressions",
    operation: "delivery:manage",
    paths: [PAGE],
    run: (ctx) => listSuppressions(ctx, {}),
    verdicts: ADMINS,
  },
  {
    name: "liftSuppressions",
    operation: "delivery:manage",
    paths: ["liftSuppressionsAction"],
    prepare: ({ db, orgId }) =>
      db.execute(sql`
        insert into suppressions (org_id, address, reason) values (${orgId}, 'kim@acme.example', 'bounced')`),
    run: (ctx) => liftSuppressions(ctx, { addresses: ["kim@acme.example"] }),
    verdicts: ["ok", "forbidden", "forbidden", "forbidden", "conflict"],
  },
];

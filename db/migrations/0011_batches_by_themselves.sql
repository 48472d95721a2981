CREATE TABLE "message_batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_ids" uuid[] NOT NULL,
	"message_ids" uuid[] NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "message_batches_whole" CHECK (cardinality("message_batches"."org_ids") = cardinality("message_batches"."message_ids"))
);
--> statement-breakpoint
DROP INDEX "messages_batch";--> statement-breakpoint
INSERT INTO "message_batches" ("id", "org_ids", "message_ids")
SELECT "batch_id", array_agg("org_id" ORDER BY "batch_position"), array_agg("id" ORDER BY "batch_position")
FROM "messages" WHERE "state" = 'queued' AND "batch_id" IS NOT NULL GROUP BY "batch_id";--> statement-breakpoint
ALTER TABLE "messages" SET (fillfactor = 50);

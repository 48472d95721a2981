CREATE TABLE "channel_health" (
	"provider" text PRIMARY KEY NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"failed_at" timestamp (3) with time zone,
	"error" text,
	"failures" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "delivery_events" (
	"org_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"event_id" text NOT NULL,
	"message_id" uuid NOT NULL,
	"state" text NOT NULL,
	"detail" text,
	"at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "delivery_events_org_id_provider_event_id_pk" PRIMARY KEY("org_id","provider","event_id")
);
--> statement-breakpoint
ALTER TABLE "messages" DROP CONSTRAINT "messages_state";--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "time_zone" text;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "joined_notices" text DEFAULT 'each' NOT NULL;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "digested_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "reminders" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "attend_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "channel_pauses" ADD COLUMN "since" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "state_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "suppressions" ADD COLUMN "detail" text;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "workspace_daily_limit" integer DEFAULT 2000 NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "daily_limit" integer DEFAULT 10000 NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "reminder_days" smallint[] DEFAULT '{2,5,9}' NOT NULL;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "reminder_days" smallint[];--> statement-breakpoint
CREATE INDEX "delivery_events_message" ON "delivery_events" USING btree ("org_id","message_id","at");--> statement-breakpoint
CREATE INDEX "invitations_attend" ON "invitations" USING btree ("attend_at") WHERE status = 'pending' and attend_at is not null;--> statement-breakpoint
CREATE INDEX "messages_problems" ON "messages" USING btree ("org_id","id") WHERE state in ('bounced', 'complained', 'failed', 'suppressed', 'uncertain');--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_joined_notices" CHECK ("contacts"."joined_notices" in ('each', 'daily', 'off'));--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_state" CHECK ("messages"."state" in ('queued', 'sent', 'delayed', 'delivered', 'bounced', 'complained', 'failed', 'suppressed', 'cancelled', 'uncertain'));
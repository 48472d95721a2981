CREATE TABLE "undoable_acts" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"data" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp (3) with time zone,
	CONSTRAINT "undoable_acts_org_id_actor_id_id_pk" PRIMARY KEY("org_id","actor_id","id"),
	CONSTRAINT "undoable_acts_kind" CHECK ("undoable_acts"."kind" in ('member_removed', 'invitation_cancelled', 'role_unassigned', 'requests_declined'))
);
--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "expiry_notice_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "join_requests" ADD COLUMN "audience" text DEFAULT 'client' NOT NULL;--> statement-breakpoint
ALTER TABLE "join_requests" ADD COLUMN "role_id" uuid;--> statement-breakpoint
ALTER TABLE "undoable_acts" ADD CONSTRAINT "undoable_acts_org_id_actor_id_contacts_org_id_id_fk" FOREIGN KEY ("org_id","actor_id") REFERENCES "public"."contacts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "undoable_acts" ADD CONSTRAINT "undoable_acts_org_id_workspace_id_workspaces_org_id_id_fk" FOREIGN KEY ("org_id","workspace_id") REFERENCES "public"."workspaces"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contacts_digest" ON "contacts" USING btree ("digested_at") WHERE joined_notices = 'daily';--> statement-breakpoint
CREATE INDEX "invitations_accepted" ON "invitations" USING btree ("org_id","invited_by","closed_at") WHERE status = 'accepted';--> statement-breakpoint
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_audience" CHECK ("join_requests"."audience" in ('client', 'internal'));--> statement-breakpoint
UPDATE "join_requests" r SET "audience" = l."audience", "role_id" = l."role_id" FROM "workspace_links" l WHERE l."org_id" = r."org_id" AND l."id" = r."link_id";

CREATE TABLE "join_requests" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"workspace_id" uuid,
	"link_id" uuid NOT NULL,
	"address" text NOT NULL,
	"kind" text NOT NULL,
	"name" text,
	"status" text NOT NULL,
	"contact_id" uuid,
	"reason" text,
	"decided_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "join_requests_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "join_requests_kind" CHECK ("join_requests"."kind" in ('email', 'phone')),
	CONSTRAINT "join_requests_status" CHECK ("join_requests"."status" in ('pending', 'approved', 'declined', 'withdrawn', 'expired', 'joined')),
	CONSTRAINT "join_requests_closed" CHECK (("join_requests"."status" = 'pending') = ("join_requests"."closed_at" is null))
);
--> statement-breakpoint
CREATE TABLE "workspace_links" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"workspace_id" uuid,
	"mode" text DEFAULT 'request' NOT NULL,
	"audience" text DEFAULT 'client' NOT NULL,
	"role_id" uuid,
	"generation" integer DEFAULT 1 NOT NULL,
	"domains" text[] DEFAULT '{}' NOT NULL,
	"max_uses" integer,
	"uses" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"paused_at" timestamp (3) with time zone,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "workspace_links_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "workspace_links_mode" CHECK ("workspace_links"."mode" in ('request', 'join')),
	CONSTRAINT "workspace_links_audience" CHECK ("workspace_links"."audience" in ('client', 'internal')),
	CONSTRAINT "workspace_links_uses" CHECK ("workspace_links"."uses" between 0 and coalesce("workspace_links"."max_uses", "workspace_links"."uses")),
	CONSTRAINT "workspace_links_internal" CHECK ("workspace_links"."audience" = 'client' or "workspace_links"."mode" = 'request' or cardinality("workspace_links"."domains") > 0),
	CONSTRAINT "workspace_links_organization" CHECK ("workspace_links"."workspace_id" is not null or ("workspace_links"."audience" = 'internal' and "workspace_links"."role_id" is null))
);
--> statement-breakpoint
CREATE TABLE "templates" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"sort_key" text COLLATE "C" NOT NULL,
	"description" text,
	"visibility" text DEFAULT 'private' NOT NULL,
	"owner_id" uuid NOT NULL,
	"flow" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "templates_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "templates_visibility" CHECK ("templates"."visibility" in ('private', 'shared'))
);
--> statement-breakpoint
ALTER TABLE "actions" ADD COLUMN "stage" integer;--> statement-breakpoint
UPDATE "actions" SET "stage" = "position";--> statement-breakpoint
ALTER TABLE "actions" ALTER COLUMN "stage" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "actions" DROP CONSTRAINT "actions_position";--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_position" UNIQUE ("org_id","workspace_id","position") DEFERRABLE;--> statement-breakpoint
ALTER TABLE "actions" ADD COLUMN "declined_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "actions" ADD COLUMN "declined_by" uuid;--> statement-breakpoint
ALTER TABLE "actions" ADD COLUMN "decline_reason" text;--> statement-breakpoint
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_org_id_link_id_workspace_links_org_id_id_fk" FOREIGN KEY ("org_id","link_id") REFERENCES "public"."workspace_links"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_org_id_workspace_id_workspaces_org_id_id_fk" FOREIGN KEY ("org_id","workspace_id") REFERENCES "public"."workspaces"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_org_id_contact_id_contacts_org_id_id_fk" FOREIGN KEY ("org_id","contact_id") REFERENCES "public"."contacts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_org_id_decided_by_contacts_org_id_id_fk" FOREIGN KEY ("org_id","decided_by") REFERENCES "public"."contacts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workspace_links" ADD CONSTRAINT "workspace_links_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workspace_links" ADD CONSTRAINT "workspace_links_org_id_workspace_id_workspaces_org_id_id_fk" FOREIGN KEY ("org_id","workspace_id") REFERENCES "public"."workspaces"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workspace_links" ADD CONSTRAINT "workspace_links_role" FOREIGN KEY ("org_id","workspace_id","role_id") REFERENCES "public"."roles"("org_id","workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workspace_links" ADD CONSTRAINT "workspace_links_org_id_created_by_contacts_org_id_id_fk" FOREIGN KEY ("org_id","created_by") REFERENCES "public"."contacts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "templates" ADD CONSTRAINT "templates_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "templates" ADD CONSTRAINT "templates_org_id_owner_id_contacts_org_id_id_fk" FOREIGN KEY ("org_id","owner_id") REFERENCES "public"."contacts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "join_requests_open" ON "join_requests" USING btree ("org_id","workspace_id","address") WHERE status = 'pending' and workspace_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "join_requests_open_organization" ON "join_requests" USING btree ("org_id","address") WHERE status = 'pending' and workspace_id is null;--> statement-breakpoint
CREATE INDEX "join_requests_link" ON "join_requests" USING btree ("org_id","link_id","created_at");--> statement-breakpoint
CREATE INDEX "join_requests_address" ON "join_requests" USING btree ("address","created_at");--> statement-breakpoint
CREATE INDEX "join_requests_contact" ON "join_requests" USING btree ("org_id","contact_id") WHERE contact_id is not null;--> statement-breakpoint
CREATE INDEX "workspace_links_workspace" ON "workspace_links" USING btree ("org_id","workspace_id","created_at");--> statement-breakpoint
CREATE INDEX "templates_by_name" ON "templates" USING btree ("org_id","sort_key","id");--> statement-breakpoint
CREATE INDEX "templates_owner" ON "templates" USING btree ("org_id","owner_id");--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_declined" CHECK (("actions"."declined_at" is null) = ("actions"."declined_by" is null));--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_declined_open" CHECK ("actions"."declined_at" is null or "actions"."completed_at" is null);
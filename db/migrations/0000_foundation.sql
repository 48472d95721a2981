CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE TABLE "contacts" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"is_admin" boolean DEFAULT false NOT NULL,
	"name" text,
	"email" text COLLATE "C",
	"phone" text COLLATE "C",
	"company" text,
	"company_key" text COLLATE "C",
	"title" text,
	"language" text,
	"sort_key" text COLLATE "C" NOT NULL,
	"user_id" uuid,
	"joined_at" timestamp (3) with time zone,
	"deactivated_at" timestamp (3) with time zone,
	"invited_at" timestamp (3) with time zone,
	"state" text GENERATED ALWAYS AS (case when deactivated_at is not null then 'deactivated' when joined_at is not null then 'joined'
          when invited_at is not null then 'invited' else 'quiet' end) STORED NOT NULL,
	"search_text" text COLLATE "C" GENERATED ALWAYS AS (sort_key || ' ' || coalesce(email, '') || ' ' || coalesce(phone, '') || ' ' || coalesce(company_key, '')) STORED NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contacts_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "contacts_kind" CHECK ("contacts"."kind" in ('internal', 'client')),
	CONSTRAINT "contacts_admin" CHECK (not "contacts"."is_admin" or "contacts"."kind" = 'internal'),
	CONSTRAINT "contacts_address" CHECK ("contacts"."email" is not null or "contacts"."phone" is not null),
	CONSTRAINT "contacts_company" CHECK (("contacts"."company" is null) = ("contacts"."company_key" is null)),
	CONSTRAINT "contacts_joined" CHECK (("contacts"."user_id" is null) = ("contacts"."joined_at" is null))
);
--> statement-breakpoint
CREATE TABLE "actions" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"role_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"instructions" text,
	"due_on" date,
	"position" integer NOT NULL,
	"completed_at" timestamp (3) with time zone,
	"completed_by" uuid,
	CONSTRAINT "actions_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "actions_position" UNIQUE("org_id","workspace_id","position"),
	CONSTRAINT "actions_kind" CHECK ("actions"."kind" in ('todo', 'approval', 'acknowledgement')),
	CONSTRAINT "actions_completed" CHECK (("actions"."completed_at" is null) = ("actions"."completed_by" is null))
);
--> statement-breakpoint
CREATE TABLE "roles" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"name" text NOT NULL,
	"audience" text DEFAULT 'any' NOT NULL,
	"position" integer NOT NULL,
	"holder_id" uuid,
	"holder_group_id" uuid,
	CONSTRAINT "roles_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "roles_in_workspace" UNIQUE("org_id","workspace_id","id"),
	CONSTRAINT "roles_audience" CHECK ("roles"."audience" in ('internal', 'client', 'any')),
	CONSTRAINT "roles_one_holder" CHECK ("roles"."holder_id" is null or "roles"."holder_group_id" is null)
);
--> statement-breakpoint
CREATE TABLE "group_managers" (
	"org_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	CONSTRAINT "group_managers_org_id_group_id_contact_id_pk" PRIMARY KEY("org_id","group_id","contact_id")
);
--> statement-breakpoint
CREATE TABLE "group_members" (
	"org_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"added_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "group_members_org_id_group_id_contact_id_pk" PRIMARY KEY("org_id","group_id","contact_id")
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"sort_key" text COLLATE "C" NOT NULL,
	"description" text,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "groups_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "groups_kind" CHECK ("groups"."kind" in ('team', 'client_group'))
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"provider" text NOT NULL,
	"provider_account_id" text NOT NULL,
	"user_id" uuid NOT NULL,
	CONSTRAINT "accounts_provider_provider_account_id_pk" PRIMARY KEY("provider","provider_account_id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"address" text NOT NULL,
	"browser_hash" text NOT NULL,
	"next_path" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"consumed_at" timestamp (3) with time zone,
	CONSTRAINT "sign_in_codes_attempts" CHECK ("sign_in_codes"."attempts" between 0 and 5)
);
--> statement-breakpoint
CREATE TABLE "user_addresses" (
	"address" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"user_id" uuid NOT NULL,
	"verified_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_addresses_kind" CHECK ("user_addresses"."kind" in ('email', 'phone'))
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"workspace_id" uuid,
	"contact_id" uuid NOT NULL,
	"address" text NOT NULL,
	"channel" text NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"generation" integer DEFAULT 1 NOT NULL,
	"note" text,
	"invited_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"sends" integer DEFAULT 1 NOT NULL,
	"sent_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "invitations_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "invitations_status" CHECK ("invitations"."status" in ('pending', 'accepted', 'declined', 'revoked', 'expired')),
	CONSTRAINT "invitations_closed" CHECK (("invitations"."status" = 'pending') = ("invitations"."closed_at" is null)),
	CONSTRAINT "invitations_channel" CHECK ("invitations"."channel" in ('email', 'sms'))
);
--> statement-breakpoint
CREATE TABLE "channel_pauses" (
	"provider" text PRIMARY KEY NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"channel" text NOT NULL,
	"address" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"number" integer DEFAULT 1 NOT NULL,
	"invitation_id" uuid,
	"contact_id" uuid,
	"template_version" smallint NOT NULL,
	"language" text DEFAULT 'en' NOT NULL,
	"values" jsonb NOT NULL,
	"priority" smallint DEFAULT 1 NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"held_until" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"next_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"first_attempt_at" timestamp (3) with time zone,
	"lease_owner" uuid,
	"lease_until" timestamp (3) with time zone,
	"batch_id" uuid,
	"batch_position" smallint,
	"provider" text,
	"provider_id" text,
	"error" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp (3) with time zone,
	CONSTRAINT "messages_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "messages_channel" CHECK ("messages"."channel" in ('email', 'sms')),
	CONSTRAINT "messages_state" CHECK ("messages"."state" in ('queued', 'sent', 'delivered', 'bounced', 'complained', 'failed', 'suppressed', 'cancelled', 'uncertain')),
	CONSTRAINT "messages_batch_whole" CHECK (("messages"."batch_id" is null) = ("messages"."batch_position" is null))
);
--> statement-breakpoint
CREATE TABLE "suppressions" (
	"org_id" uuid NOT NULL,
	"address" text NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "suppressions_org_id_address_pk" PRIMARY KEY("org_id","address"),
	CONSTRAINT "suppressions_reason" CHECK ("suppressions"."reason" in ('opted_out', 'bounced', 'complained'))
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "organizations_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"country" text DEFAULT 'US' NOT NULL,
	"language" text DEFAULT 'en' NOT NULL,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"hold_seconds" integer DEFAULT 5 NOT NULL,
	"invitation_hours" integer DEFAULT 336 NOT NULL,
	"member_hourly_limit" integer DEFAULT 100 NOT NULL,
	"admin_daily_limit" integer DEFAULT 5000 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organizations_number_unique" UNIQUE("number"),
	CONSTRAINT "organizations_slug_unique" UNIQUE("slug"),
	CONSTRAINT "organizations_slug" CHECK ("organizations"."slug" ~ '^[a-z0-9][a-z0-9-]{0,38}[a-z0-9]$'),
	CONSTRAINT "organizations_hold" CHECK ("organizations"."hold_seconds" in (0, 5, 10, 30)),
	CONSTRAINT "organizations_invitation_hours" CHECK ("organizations"."invitation_hours" between 1 and 720)
);
--> statement-breakpoint
CREATE TABLE "activity" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"workspace_id" uuid,
	"contact_id" uuid,
	"actor_id" uuid,
	"kind" text NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "activity_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "commands" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"result" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "commands_org_id_actor_id_id_pk" PRIMARY KEY("org_id","actor_id","id")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"data" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "drafts_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "drafts_kind" CHECK ("drafts"."kind" in ('client', 'internal', 'client_group', 'team'))
);
--> statement-breakpoint
CREATE TABLE "limits" (
	"org_id" uuid NOT NULL,
	"key" text NOT NULL,
	"window_started_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"max" integer NOT NULL,
	"window_seconds" integer NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "limits_org_id_key_pk" PRIMARY KEY("org_id","key")
);
--> statement-breakpoint
CREATE TABLE "members" (
	"org_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"is_direct" boolean DEFAULT true NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"joined_at" timestamp (3) with time zone,
	"seen_at" timestamp (3) with time zone,
	CONSTRAINT "members_org_id_workspace_id_contact_id_pk" PRIMARY KEY("org_id","workspace_id","contact_id"),
	CONSTRAINT "members_seen" CHECK ("members"."seen_at" is null or "members"."joined_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "workspace_groups" (
	"org_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "workspace_groups_org_id_workspace_id_group_id_pk" PRIMARY KEY("org_id","workspace_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "workspaces" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"sort_key" text COLLATE "C" NOT NULL,
	"owner_id" uuid NOT NULL,
	"due_on" date,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"active_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"completed_at" timestamp (3) with time zone,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "workspaces_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_org_id_created_by_contacts_org_id_id_fk" FOREIGN KEY ("org_id","created_by") REFERENCES "public"."contacts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_role_of_workspace" FOREIGN KEY ("org_id","workspace_id","role_id") REFERENCES "public"."roles"("org_id","workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_org_id_workspace_id_workspaces_org_id_id_fk" FOREIGN KEY ("org_id","workspace_id") REFERENCES "public"."workspaces"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_holder_is_member" FOREIGN KEY ("org_id","workspace_id","holder_id") REFERENCES "public"."members"("org_id","workspace_id","contact_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_group_is_added" FOREIGN KEY ("org_id","workspace_id","holder_group_id") REFERENCES "public"."workspace_groups"("org_id","workspace_id","group_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_managers" ADD CONSTRAINT "group_managers_org_id_group_id_groups_org_id_id_fk" FOREIGN KEY ("org_id","group_id") REFERENCES "public"."groups"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_managers" ADD CONSTRAINT "group_managers_org_id_contact_id_contacts_org_id_id_fk" FOREIGN KEY ("org_id","contact_id") REFERENCES "public"."contacts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_org_id_group_id_groups_org_id_id_fk" FOREIGN KEY ("org_id","group_id") REFERENCES "public"."groups"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_org_id_contact_id_contacts_org_id_id_fk" FOREIGN KEY ("org_id","contact_id") REFERENCES "public"."contacts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_org_id_created_by_contacts_org_id_id_fk" FOREIGN KEY ("org_id","created_by") REFERENCES "public"."contacts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_addresses" ADD CONSTRAINT "user_addresses_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_org_id_contact_id_contacts_org_id_id_fk" FOREIGN KEY ("org_id","contact_id") REFERENCES "public"."contacts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_org_id_workspace_id_workspaces_org_id_id_fk" FOREIGN KEY ("org_id","workspace_id") REFERENCES "public"."workspaces"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_org_id_invited_by_contacts_org_id_id_fk" FOREIGN KEY ("org_id","invited_by") REFERENCES "public"."contacts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_org_id_invitation_id_invitations_org_id_id_fk" FOREIGN KEY ("org_id","invitation_id") REFERENCES "public"."invitations"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_org_id_contact_id_contacts_org_id_id_fk" FOREIGN KEY ("org_id","contact_id") REFERENCES "public"."contacts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity" ADD CONSTRAINT "activity_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity" ADD CONSTRAINT "activity_org_id_workspace_id_workspaces_org_id_id_fk" FOREIGN KEY ("org_id","workspace_id") REFERENCES "public"."workspaces"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity" ADD CONSTRAINT "activity_org_id_contact_id_contacts_org_id_id_fk" FOREIGN KEY ("org_id","contact_id") REFERENCES "public"."contacts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity" ADD CONSTRAINT "activity_org_id_actor_id_contacts_org_id_id_fk" FOREIGN KEY ("org_id","actor_id") REFERENCES "public"."contacts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commands" ADD CONSTRAINT "commands_org_id_actor_id_contacts_org_id_id_fk" FOREIGN KEY ("org_id","actor_id") REFERENCES "public"."contacts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_org_id_actor_id_contacts_org_id_id_fk" FOREIGN KEY ("org_id","actor_id") REFERENCES "public"."contacts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_org_id_workspace_id_workspaces_org_id_id_fk" FOREIGN KEY ("org_id","workspace_id") REFERENCES "public"."workspaces"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_org_id_contact_id_contacts_org_id_id_fk" FOREIGN KEY ("org_id","contact_id") REFERENCES "public"."contacts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workspace_groups" ADD CONSTRAINT "workspace_groups_org_id_added_by_contacts_org_id_id_fk" FOREIGN KEY ("org_id","added_by") REFERENCES "public"."contacts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workspace_groups" ADD CONSTRAINT "workspace_groups_org_id_workspace_id_workspaces_org_id_id_fk" FOREIGN KEY ("org_id","workspace_id") REFERENCES "public"."workspaces"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workspace_groups" ADD CONSTRAINT "workspace_groups_org_id_group_id_groups_org_id_id_fk" FOREIGN KEY ("org_id","group_id") REFERENCES "public"."groups"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workspaces" ADD CONSTRAINT "workspaces_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workspaces" ADD CONSTRAINT "workspaces_org_id_owner_id_contacts_org_id_id_fk" FOREIGN KEY ("org_id","owner_id") REFERENCES "public"."contacts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "contacts_email" ON "contacts" USING btree ("org_id","email") WHERE email is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "contacts_phone" ON "contacts" USING btree ("org_id","phone") WHERE phone is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "contacts_user" ON "contacts" USING btree ("org_id","user_id") WHERE user_id is not null;--> statement-breakpoint
CREATE INDEX "contacts_by_user" ON "contacts" USING btree ("user_id") WHERE user_id is not null;--> statement-breakpoint
CREATE INDEX "contacts_by_name" ON "contacts" USING btree ("org_id","kind","sort_key","id");--> statement-breakpoint
CREATE INDEX "contacts_by_state" ON "contacts" USING btree ("org_id","kind","state","sort_key","id");--> statement-breakpoint
CREATE INDEX "contacts_by_added" ON "contacts" USING btree ("org_id","kind","created_at","id");--> statement-breakpoint
CREATE INDEX "contacts_by_company" ON "contacts" USING btree ("org_id","company_key","sort_key","id") WHERE company_key is not null;--> statement-breakpoint
CREATE INDEX "contacts_search" ON "contacts" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "actions_role" ON "actions" USING btree ("org_id","role_id");--> statement-breakpoint
CREATE UNIQUE INDEX "roles_name" ON "roles" USING btree ("org_id","workspace_id","name");--> statement-breakpoint
CREATE INDEX "roles_holder" ON "roles" USING btree ("org_id","workspace_id","holder_id");--> statement-breakpoint
CREATE INDEX "group_managers_contact" ON "group_managers" USING btree ("org_id","contact_id");--> statement-breakpoint
CREATE INDEX "group_members_contact" ON "group_members" USING btree ("org_id","contact_id");--> statement-breakpoint
CREATE UNIQUE INDEX "groups_name" ON "groups" USING btree ("org_id","kind","sort_key");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sign_in_codes_browser" ON "sign_in_codes" USING btree ("browser_hash","created_at");--> statement-breakpoint
CREATE INDEX "user_addresses_user" ON "user_addresses" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_open_workspace" ON "invitations" USING btree ("org_id","workspace_id","contact_id") WHERE status = 'pending' and workspace_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_open_portal" ON "invitations" USING btree ("org_id","contact_id") WHERE status = 'pending' and workspace_id is null;--> statement-breakpoint
CREATE INDEX "invitations_contact" ON "invitations" USING btree ("org_id","contact_id","workspace_id");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_once" ON "messages" USING btree ("org_id","subject_id","kind","address","number");--> statement-breakpoint
CREATE INDEX "messages_invitation" ON "messages" USING btree ("org_id","invitation_id","number");--> statement-breakpoint
CREATE INDEX "messages_due" ON "messages" USING btree ("priority","next_at","id") WHERE state = 'queued';--> statement-breakpoint
CREATE INDEX "messages_batch" ON "messages" USING btree ("batch_id") WHERE state = 'queued' and batch_id is not null;--> statement-breakpoint
CREATE INDEX "messages_recipient" ON "messages" USING btree ("address","created_at");--> statement-breakpoint
CREATE INDEX "activity_workspace" ON "activity" USING btree ("org_id","workspace_id","at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "activity_contact" ON "activity" USING btree ("org_id","contact_id","at" DESC NULLS LAST,"id") WHERE contact_id is not null;--> statement-breakpoint
CREATE INDEX "drafts_actor" ON "drafts" USING btree ("org_id","actor_id","updated_at");--> statement-breakpoint
CREATE INDEX "members_contact" ON "members" USING btree ("org_id","contact_id");--> statement-breakpoint
CREATE INDEX "workspace_groups_group" ON "workspace_groups" USING btree ("org_id","group_id");--> statement-breakpoint
CREATE INDEX "workspaces_active" ON "workspaces" USING btree ("org_id","active_at" DESC NULLS LAST,"id");--> statement-breakpoint
ALTER TABLE "commands" ALTER COLUMN "result" SET STORAGE EXTERNAL;

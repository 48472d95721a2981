ALTER TABLE "invitations" ADD COLUMN "expiry_notice_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "contacts_digest" ON "contacts" USING btree ("digested_at") WHERE joined_notices = 'daily';--> statement-breakpoint
CREATE INDEX "invitations_accepted" ON "invitations" USING btree ("org_id","invited_by","closed_at") WHERE status = 'accepted';
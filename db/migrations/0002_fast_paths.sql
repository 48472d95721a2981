DROP INDEX "messages_invitation";--> statement-breakpoint
DROP INDEX "messages_recipient";--> statement-breakpoint
DROP INDEX "messages_due";--> statement-breakpoint
CREATE INDEX "messages_again" ON "messages" USING btree ("priority","next_at","id") WHERE state = 'queued' and batch_position = 0;--> statement-breakpoint
CREATE INDEX "messages_contact" ON "messages" USING btree ("org_id","contact_id") WHERE contact_id is not null;--> statement-breakpoint
CREATE INDEX "messages_due" ON "messages" USING btree ("priority","next_at","id") WHERE state = 'queued' and batch_id is null;--> statement-breakpoint
ALTER TABLE "contacts" ALTER COLUMN "search_text" SET STATISTICS 1000;

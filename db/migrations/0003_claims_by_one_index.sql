DROP INDEX "messages_again";--> statement-breakpoint
DROP INDEX "messages_due";--> statement-breakpoint
CREATE INDEX "messages_due" ON "messages" USING btree ("priority","next_at","id") WHERE state = 'queued';
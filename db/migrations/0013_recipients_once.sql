UPDATE "messages" SET "contact_id" = NULL WHERE "invitation_id" IS NOT NULL AND "contact_id" IS NOT NULL;
--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_recipient_once" CHECK ("messages"."invitation_id" is null or "messages"."contact_id" is null);
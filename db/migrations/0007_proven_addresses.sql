ALTER TABLE "user_addresses" ALTER COLUMN "verified_at" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "user_addresses" ALTER COLUMN "verified_at" DROP NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "user_addresses_unproven" ON "user_addresses" USING btree ("user_id") WHERE verified_at is null;--> statement-breakpoint
CREATE VIEW "public"."proven_addresses" AS (select "address", "kind", "user_id", "verified_at" from "user_addresses" where "user_addresses"."verified_at" is not null);
-- Keys of before as `fold` in lib/domain/fold.ts makes them now. A group whose new key another one has keeps its old one.
UPDATE "contacts" SET "sort_key" = replace(replace(replace(replace(translate("sort_key", 'øłđðħŧı', 'olddhti'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th') WHERE "sort_key" ~ '[øłđðħŧıßæœþ]';--> statement-breakpoint
UPDATE "contacts" SET "company_key" = replace(replace(replace(replace(translate("company_key", 'øłđðħŧı', 'olddhti'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th') WHERE "company_key" ~ '[øłđðħŧıßæœþ]';--> statement-breakpoint
UPDATE "workspaces" SET "sort_key" = replace(replace(replace(replace(translate("sort_key", 'øłđðħŧı', 'olddhti'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th') WHERE "sort_key" ~ '[øłđðħŧıßæœþ]';--> statement-breakpoint
UPDATE "templates" SET "sort_key" = replace(replace(replace(replace(translate("sort_key", 'øłđðħŧı', 'olddhti'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th') WHERE "sort_key" ~ '[øłđðħŧıßæœþ]';--> statement-breakpoint
UPDATE "groups" g SET "sort_key" = n."key" FROM (
  SELECT DISTINCT ON ("org_id", "kind", "key") "org_id", "id", "kind", "key" FROM (
    SELECT "org_id", "id", "kind", replace(replace(replace(replace(translate("sort_key", 'øłđðħŧı', 'olddhti'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th') AS "key"
    FROM "groups" WHERE "sort_key" ~ '[øłđðħŧıßæœþ]') f
  ORDER BY "org_id", "kind", "key", "id") n
WHERE g."org_id" = n."org_id" AND g."id" = n."id"
  AND NOT EXISTS (SELECT FROM "groups" h WHERE h."org_id" = n."org_id" AND h."kind" = n."kind" AND h."sort_key" = n."key");

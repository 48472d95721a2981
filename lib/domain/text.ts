import { z } from "zod";
import { fold } from "./fold";

const CONTROL = /[^\P{Cc}\t\n\r]|[\u200b\u202a-\u202e\u2060-\u2069\ufeff]/u;

/** What is said of text that no column takes. */
export const UNSTORABLE = "This contains characters that cannot be stored.";

/** Stored text: well-formed Unicode without control or direction-changing characters, trimmed, NFC. */
const cleanText = (max: number) =>
  z
    .string("This must be text.")
    .max(max * 4, `Use at most ${max} characters.`)
    .refine((value) => value.isWellFormed() && !CONTROL.test(value), UNSTORABLE)
    .transform((value) => value.normalize("NFC").trim())
    .refine((value) => [...value].length <= max, `Use at most ${max} characters.`);

/** One line of required text. */
export const line = (max: number, missing: string) =>
  cleanText(max)
    .refine((value) => !/[\r\n\t]/.test(value), "Use a single line.")
    .refine((value) => value.length > 0, missing);

/** One line of optional text; empty becomes null. */
export const optionalLine = (max: number) =>
  cleanText(max)
    .refine((value) => !/[\r\n\t]/.test(value), "Use a single line.")
    .transform((value) => value || null)
    .nullish()
    .transform((value) => value ?? null);

/** Optional text of several lines; empty becomes null. */
export const paragraph = (max: number) =>
  cleanText(max)
    .transform((value) => value.replace(/\r\n?/g, "\n") || null)
    .nullish()
    .transform((value) => value ?? null);

const URL_LIKE = /:\/\/|\bwww\.|@|\b[\p{L}\p{N}-]+\.(?:\p{L}{2,})(?:\b|\/)/iu;
const PHONE_LIKE = /(?:\p{Nd}[\s().+-]*){7,}/u;

/** A name that may appear in messages: no address, domain, link or phone number in it. */
export function isMessageSafe(value: string): boolean {
  const folded = value.normalize("NFKC").replace(/[\u3002\uff0e\uff61\u2024]/g, ".");
  return !URL_LIKE.test(folded) && !PHONE_LIKE.test(folded) && !/[<>{}\\|^`]/.test(folded);
}

/** What is asked of somebody who gave no name. */
export const ENTER_NAME = "Enter your name.";

/** Names of people, organizations, workspaces and roles: at most 60 characters, safe in messages. */
export const name = (missing: string) =>
  line(60, missing).refine(isMessageSafe, "Leave out links, domains, e-mail addresses and phone numbers.");

/**
 * The title of an action as a message or a page for strangers may say it: null for one that would be no name there.
 * Inside the product titles are free.
 */
export const titleForMessages = (title: string | null): string | null =>
  name("Give each action a title.").safeParse(title).success ? title : null;

/** Key that lists sort and search by: folded, single spaces. */
export const sortKey = (value: string): string => fold(value).normalize("NFC").replace(/\s+/g, " ").trim();

const exact = (value: string): string => value.normalize("NFC").replace(/\s+/g, " ").trim();

/** Whether somebody typed just this name, in upper and lower case too; only the spaces they see count. */
export const isTyped = (typed: string, name: string): boolean => exact(typed) === exact(name);

import { z } from "zod";

const MOST_DAYS = 5;
const LAST_DAY = 29;
const WORDS = `Enter at most ${MOST_DAYS} days from 1 to ${LAST_DAY}, such as 2, 5, 9, or nothing for no reminders.`;

/** Days after inviting as people type them, "2, 5, 9", in order and each once; nothing typed: none. */
export const ReminderDays = z
  .string(WORDS)
  .max(100, WORDS)
  .transform((text) => text.split(/[\s,;]+/).filter(Boolean))
  .refine((list) => list.every((day) => /^\d{1,2}$/.test(day)), WORDS)
  .transform((list) => [...new Set(list.map(Number))].sort((a, b) => a - b))
  .refine((days) => days.length <= MOST_DAYS && days.every((day) => day >= 1 && day <= LAST_DAY), WORDS);

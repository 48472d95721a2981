import { z } from "zod";
import { line, name, paragraph } from "./text";

export const MOST_ROLES = 50;
export const MOST_ACTIONS = 200;

/** A calendar day, or none. */
export const day = z.union(
  [z.iso.date(), z.literal("").transform(() => null), z.null()],
  "Enter a day such as 2026-11-25.",
);

/** What is said of a role when it is made or changed. */
export const roleShape = {
  name: name("Give each role a name."),
  audience: z.enum(["internal", "client", "any"], "Choose who may fill the role."),
};

/** What is said of an action, apart from its role and its place. */
export const actionShape = {
  title: line(120, "Give each action a title."),
  kind: z.enum(["todo", "approval", "acknowledgement"], "Choose a kind."),
  dueOn: day.optional(),
  instructions: paragraph(2_000),
};

const ids = z
  .string("The order could not be read.")
  .max(8_000, "The order could not be read.")
  .transform((text) => (text === "" ? [] : text.split(",")))
  .pipe(z.array(z.uuid("The order could not be read.")));

/** A new order: one step of one row, or a whole one, made from the order that the person saw. */
export const Reorder = z.strictObject({
  seen: ids,
  order: ids.optional(),
  up: z.uuid().optional(),
  down: z.uuid().optional(),
});

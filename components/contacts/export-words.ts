import { STATES } from "@/components/contacts/contact-state";
import type { ExportWords } from "@/lib/domain/export-contacts";
import type { ContactState } from "@/lib/domain/views";
import type { RoomWords } from "@/lib/words/room";

const COLUMNS = ["name", "email", "phone", "company", "title", "kind", "status", "groups", "added"] as const;

/** The words of a file of contacts. */
export const exportWords = (t: RoomWords<"contacts">, ui: RoomWords<"ui">): ExportWords => ({
  headings: COLUMNS.map((column) => t(`column.${column}`)),
  kinds: { internal: ui("internalUser"), client: ui("client") },
  states: Object.fromEntries(STATES.map((state) => [state, t(`state.${state}`)])) as Record<
    ContactState,
    string
  >,
});

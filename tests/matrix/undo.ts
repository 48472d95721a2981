import { newId } from "@/lib/domain/id";
import { lastUndoable, undoAct } from "@/lib/domain/undoable";
import type { Row } from "./row";

/** Taking back what one did oneself. */
export const undoRows: Row[] = [
  {
    name: "lastUndoable",
    operation: "acts:undo",
    paths: ["/[org]/w/[workspace]"],
    run: (ctx) => lastUndoable(ctx),
    verdicts: ["ok", "ok", "not_found", "forbidden", "ok"],
  },
  {
    name: "undoAct (there is none)",
    operation: "acts:undo",
    paths: ["undoActAction"],
    run: (ctx) => undoAct(ctx, { act: newId() }),
    verdicts: ["gone", "gone", "not_found", "forbidden", "gone"],
  },
];

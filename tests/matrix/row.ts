import type { Context, WorkspaceContext } from "@/lib/domain/context";
import type { Operation } from "@/lib/domain/permissions";
import type { Scene } from "../scene";

export type Verdict = "ok" | "forbidden" | "not_found" | "gone" | "conflict";

export type Row = {
  /** What is done, as the domain names it. */
  name: string;
  operation: Operation;
  /** The server actions and routes that lead here. */
  paths: string[];
  /** What happened before somebody tries; may answer the id of what they try it on. */
  prepare?: (scene: Scene) => Promise<unknown>;
  run: (ctx: WorkspaceContext & Context, scene: Scene, prepared: string) => Promise<unknown>;
  /** admin, internal member, internal outside, client member, admin of another organization. */
  verdicts: [Verdict, Verdict, Verdict, Verdict, Verdict];
};

/** Internal members only, and about something that another organization does not have. */
export const MEMBERS_ONLY: Row["verdicts"] = ["ok", "ok", "not_found", "forbidden", "not_found"];

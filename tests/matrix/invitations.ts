import { exportInvitations } from "@/lib/domain/export-invitations";
import { newId } from "@/lib/domain/id";
import { cancelMany, getMany, resendMany } from "@/lib/domain/invitation-acts";
import { listFilterChoices, listInvitations } from "@/lib/domain/invitation-list";
import { watchInvitations } from "@/lib/domain/live";
import { resumeManyReminders, stopManyReminders } from "@/lib/domain/stop-reminders";
import { undoCancelMany } from "@/lib/domain/undo-cancel";
import { fileWords } from "@/lib/words/invitation-file";
import { plainWords } from "../plain-words";
import type { Row } from "./row";

const EVERY_INTERNAL: Row["verdicts"] = ["ok", "ok", "ok", "forbidden", "ok"];
/** Ids of a workspace one is not in are ids of nothing. */
const WHO_SEES: Row["verdicts"] = ["ok", "ok", "not_found", "forbidden", "not_found"];

const many = (...invitations: string[]) => ({ command: newId(), invitations });

/** The list of all invitations, and acts on many of them. */
export const invitationRows: Row[] = [
  {
    name: "listInvitations",
    operation: "invitations:list",
    paths: ["/[org]/invitations"],
    run: (ctx) => listInvitations(ctx, {}),
    verdicts: EVERY_INTERNAL,
  },
  {
    name: "watchInvitations",
    operation: "invitations:list",
    paths: ["/[org]/invitations/live"],
    run: async (ctx) => watchInvitations(ctx),
    verdicts: EVERY_INTERNAL,
  },
  {
    name: "listFilterChoices",
    operation: "invitations:list",
    paths: ["/[org]/invitations"],
    run: (ctx) => listFilterChoices(ctx, {}),
    verdicts: EVERY_INTERNAL,
  },
  {
    name: "getMany",
    operation: "invitations:list",
    paths: ["/[org]/invitations/bulk"],
    run: (ctx, { kimInvitation }) => getMany(ctx, { invitations: [kimInvitation] }),
    verdicts: EVERY_INTERNAL,
  },
  {
    name: "resendMany",
    operation: "invitations:resend-many",
    paths: ["resendManyAction"],
    run: (ctx, { kimInvitation }) => resendMany(ctx, many(kimInvitation)),
    verdicts: WHO_SEES,
  },
  {
    name: "cancelMany",
    operation: "invitations:cancel-many",
    paths: ["cancelManyAction"],
    run: (ctx, { kimInvitation }) => cancelMany(ctx, many(kimInvitation)),
    verdicts: WHO_SEES,
  },
  {
    name: "stopManyReminders",
    operation: "reminders:stop-many",
    paths: ["stopManyRemindersAction"],
    run: (ctx, { kimInvitation }) => stopManyReminders(ctx, many(kimInvitation)),
    verdicts: WHO_SEES,
  },
  {
    name: "resumeManyReminders",
    operation: "reminders:stop-many",
    paths: ["resumeManyRemindersAction"],
    run: (ctx, { kimInvitation }) => resumeManyReminders(ctx, many(kimInvitation)),
    verdicts: WHO_SEES,
  },
  {
    name: "undoCancelMany (there is none)",
    operation: "invitations:cancel-many",
    paths: ["undoCancelManyAction"],
    run: (ctx) => undoCancelMany(ctx, { command: newId() }),
    verdicts: ["gone", "gone", "gone", "forbidden", "gone"],
  },
  {
    name: "exportInvitations",
    operation: "invitations:export",
    paths: ["/[org]/invitations/export"],
    run: (ctx) =>
      exportInvitations(
        ctx,
        { all: {} },
        fileWords(plainWords("invitations"), (sentence) => sentence),
      ),
    verdicts: EVERY_INTERNAL,
  },
];

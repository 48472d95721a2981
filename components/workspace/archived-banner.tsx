import { ActionForm } from "@/components/ui/action-form";
import { type Clock, shortDay } from "@/components/ui/moment";
import { Submit } from "@/components/ui/submit";
import type { FormState } from "@/lib/actions/run";
import type { Archived } from "@/lib/domain/views";

type State = FormState<{ said: string }>;

type Props = {
  archived: Archived;
  clock: Clock;
  /** Null for who may not. */
  restore: ((state: State, form: FormData) => Promise<State>) | null;
};

/** That a workspace can only be read, since when and by whom, and the way back. */
export function ArchivedBanner({ archived, clock, restore }: Props) {
  return (
    <div className="note flow-banner">
      <span>
        Archived {shortDay(archived.at, clock)}
        {archived.by && (
          <>
            {" by "}
            <bdi>{archived.by}</bdi>
          </>
        )}
        .
      </span>
      {restore && (
        <ActionForm action={restore} data-gone-says="The workspace is restored.">
          <Submit>Restore</Submit>
        </ActionForm>
      )}
    </div>
  );
}

import { type Clock, Moment } from "@/components/ui/moment";
import type { Trouble } from "@/lib/domain/delivery-health";

/** Says at the top of a screen that messages wait, since when and why; nothing while they leave. */
export function TroubleStrip({ troubles, clock }: { troubles: Trouble[]; clock: Clock }) {
  return troubles.map(({ kind, sentence, since }) => (
    <p key={kind} role="status" className="note note-warning m-3">
      {sentence} Copying the link still works.
      {since && (
        <>
          {" It began "}
          <Moment at={since} clock={clock} />.
        </>
      )}
    </p>
  ));
}

import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Find } from "@/components/ui/find";
import { type Clock, Moment } from "@/components/ui/moment";
import { withQuery } from "@/components/ui/query";
import { Submit } from "@/components/ui/submit";
import type { FormState } from "@/lib/actions/run";
import type { Suppression } from "@/lib/domain/suppressions";

export type SuppressionListProps = {
  path: string;
  rows: Suppression[];
  next: string | null;
  seen: { find?: string; after?: string };
  lift: (state: FormState<{ said: string }>, form: FormData) => Promise<FormState<{ said: string }>>;
  clock: Clock;
};

const reasons: Record<Suppression["reason"], string> = {
  bounced: "Came back",
  complained: "Marked as spam",
  opted_out: "Asked not to be invited again",
};

/** Addresses that get no messages, searched and paged; one or several can be lifted. */
export function SuppressionList({ path, rows, next, seen, lift, clock }: SuppressionListProps) {
  return (
    <section aria-labelledby="blocked" className="grid gap-3">
      <h2 id="blocked" className="text-16 font-semibold">
        Blocked addresses
      </h2>
      <p className="hint">
        Nothing is sent to them. Lift an address when you know that it works again, or that its owner wants
        your messages; then the person can be invited again.
      </p>
      {(rows.length > 0 || seen.find) && <Find action={path} label="Find an address" value={seen.find} />}
      {rows.length === 0 && (
        <Empty title={seen.find ? `No blocked address holds “${seen.find}”.` : "No address is blocked."}>
          {seen.find && <ButtonLink href={path}>Show all</ButtonLink>}
        </Empty>
      )}
      <ActionForm action={lift} className="grid gap-3">
        {rows.length > 0 && (
          <>
            <ul className="timeline-list">
              {rows.map((row) => (
                <SuppressionItem key={row.address} row={row} clock={clock} />
              ))}
            </ul>
            <p>
              <Submit name="selected" value="1">
                Lift selected
              </Submit>
            </p>
          </>
        )}
      </ActionForm>
      {(next || seen.after) && (
        <nav aria-label="Pages" className="flex justify-center gap-2">
          {seen.after && (
            <ButtonLink href={withQuery(path, { find: seen.find })}>Back to the start</ButtonLink>
          )}
          {next && (
            <ButtonLink href={withQuery(path, { find: seen.find, after: next })}>Load 50 more</ButtonLink>
          )}
        </nav>
      )}
    </section>
  );
}

function SuppressionItem({ row, clock }: { row: Suppression; clock: Clock }) {
  const { address, shown, reason, detail, createdAt } = row;
  return (
    <li className="flex items-center gap-3 px-4 py-3">
      <input type="checkbox" name="address" value={address} aria-label={`Select ${shown}`} />
      <div className="min-w-0 grow">
        <p className="break font-medium">
          <bdi>{shown}</bdi>
        </p>
        <p className="hint break">
          {reasons[reason]}
          {reason === "bounced" && detail && `: ${detail}`} · <Moment at={createdAt} clock={clock} />
        </p>
      </div>
      <Submit name="one" value={address} size="small" aria-label={`Lift ${shown}`}>
        Lift
      </Submit>
    </li>
  );
}

import "./requests.css";
import { useTranslations } from "next-intl";
import { RequestItem } from "@/components/members/requests-item";
import { ActionForm } from "@/components/ui/action-form";
import { TextAreaField } from "@/components/ui/field";
import type { Clock } from "@/components/ui/moment";
import { NoDefault } from "@/components/ui/no-default";
import { Submit } from "@/components/ui/submit";
import type { FormState } from "@/lib/actions/run";
import type { Decided } from "@/lib/domain/join-decide";
import type { RequestsView } from "@/lib/domain/join-views";
import type { RoleView } from "@/lib/domain/views";

export type RequestsProps = {
  /** The page they stand on, and what of it stays in the address bar when one is opened. */
  path: string;
  query: Record<string, string | undefined>;
  /** Null for who may not see them. */
  view: RequestsView | null;
  /** The request that is opened. */
  open?: string;
  /** Roles of the workspace; none for the organization. */
  roles: RoleView[];
  isAdmin: boolean;
  /** How deep the list stands in its page. */
  heading: "h2" | "h3";
  clock: Clock;
  action: (state: FormState<Decided>, form: FormData) => Promise<FormState<Decided>>;
};

/** Who asks to join, to be answered one by one or many at once. One form, which stays to say what became of them. */
export function Requests(props: RequestsProps) {
  const t = useTranslations("members");
  if (!props.view) return null;
  const { requests, total, mayDecide } = props.view;
  const isOneOfMany = mayDecide && requests.length > 1;
  const Heading = props.heading;
  const approvable = requests.filter(({ mayApprove }) => mayApprove).map(({ request }) => request);
  return (
    <ActionForm action={props.action} className="requests">
      <NoDefault />
      {requests.length > 0 && (
        <section id="requests" aria-labelledby="requests-heading">
          <Heading id="requests-heading" className="panel-heading">
            {t("requests.heading")} <span>{total > 1_000 ? t("manyCount") : total}</span>
          </Heading>
          <ul>
            {requests.map((row) => (
              <RequestItem key={row.request} {...props} {...{ row, mayDecide, isOneOfMany }} />
            ))}
          </ul>
          {isOneOfMany && <ManyAnswers approvable={approvable} />}
        </section>
      )}
    </ActionForm>
  );
}

/** What is said to all that are selected, or to all at once. */
function ManyAnswers({ approvable }: { approvable: string[] }) {
  const t = useTranslations("members.requests");
  return (
    <div className="requests-many grid gap-3">
      <TextAreaField
        name="reasonForAll"
        label={t("reasonForAll")}
        hint={t("reasonForAllHint")}
        rows={1}
        maxLength={500}
      />
      <p className="flex flex-wrap gap-2">
        <Submit name="approve" value="chosen" size="small">
          {t("approveChosen")}
        </Submit>
        <Submit name="decline" value="chosen" size="small">
          {t("declineChosen")}
        </Submit>
        {approvable.length > 1 && (
          <Submit name="approve" value={approvable.join(",")} size="small">
            {t("approveAll", { count: approvable.length })}
          </Submit>
        )}
      </p>
    </div>
  );
}

import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import type { GroupAt } from "@/components/groups/group-screen";
import { peopleField, sendOnce } from "@/components/invitations/invite-send";
import { sendableAgain } from "@/components/people-field/chip-words";
import type { Chip } from "@/components/people-field/chips";
import { PeopleField } from "@/components/people-field/people-field";
import { useKept } from "@/components/people-field/use-kept";
import { usePeople } from "@/components/people-field/use-people";
import { Button } from "@/components/ui/button";
import { addToGroupAction } from "@/lib/actions/groups";
import { AddOutcomes, type AddState } from "./add-outcomes";

type Props = { org: string; group: GroupAt["group"]; text: string };

/** What became of the last attempt, and the chips it was said of. */
type Told = { state: AddState; about: Chip[] };

/** Adds people by search or by new addresses, typed or pasted; who could not be added stays, with the reason. A refusal is said until its people are others. */
export function AddField({ org, group, text }: Props) {
  const t = useTranslations("groups");
  const as = group.kind === "team" ? "internal" : "client";
  const people = usePeople({ org, kind: group.kind, group: group.id }, undefined, as);
  useKept(people, text);
  const attempt = useRef({ body: "", command: "" });
  const [told, setTold] = useState<Told>({ state: null, about: people.chips.list });
  const isPast = told.state?.ok === false && told.about !== people.chips.list;
  const tell = (state: AddState) => setTold({ state, about: people.current() });
  const [isBusy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const isQuiet = new FormData(event.currentTarget).get("isQuiet");
    if (isBusy) return;
    setBusy(true);
    const chips = await people.settle();
    if (chips) await send(sendableAgain(chips, false), isQuiet ? { isQuiet: "on" } : {});
    setBusy(false);
  }

  async function send(list: Parameters<typeof peopleField>[0], more: Record<string, string>): Promise<void> {
    if (list.length === 0) return tell({ ok: false, code: "invalid", message: t("add.nobodyAdded") });
    const fields = { group: group.id, people: peopleField(list), ...more };
    const sent = await sendOnce(
      (form) => addToGroupAction({ org }, null, form),
      attempt.current,
      fields,
      people.t,
    );
    tell(sent.ok ? { ok: true, data: sent.answer } : { ...sent, code: "invalid" });
    if (sent.ok) people.change({ type: "keep", outcomes: sent.answer.outcomes });
    people.input.current?.focus();
  }

  return (
    <form onSubmit={submit} className="grid gap-3" noValidate>
      <PeopleField
        at={{ org, kind: group.kind, group: group.id }}
        people={people}
        isAdmin={group.may.edit}
        audience={as}
        withMembers={false}
        verb="add"
        hint={t("add.hint")}
      />
      <label className="flex items-center gap-2">
        <input type="checkbox" name="isQuiet" value="on" />
        {t("add.quietly")}
      </label>
      <p>
        <Button type="submit" variant="primary" isBusy={isBusy}>
          {t("add.submit")}
        </Button>
      </p>
      <AddOutcomes state={isPast ? null : told.state} isBrief />
    </form>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { type SyntheticEvent, useEffect, useRef, useState } from "react";
import type { GroupAt } from "@/components/groups/group-screen";
import { useTakeOver } from "@/components/people-field/use-take-over";
import { boundAt } from "@/components/ui/bound-at";
import { Button, ButtonLink } from "@/components/ui/button";
import { TextAreaField } from "@/components/ui/field";
import { Find } from "@/components/ui/find";
import { Submit } from "@/components/ui/submit";
import { useAct } from "@/components/ui/use-act";
import { addToGroupAction } from "@/lib/actions/groups";
import { AddOutcomes, notAdded } from "./add-outcomes";

type Props = GroupAt & { path: string };

const load = () => import("./add-field");

/** Adds people: contacts that are searched for, or new addresses. The People field comes once this is opened. */
export function AddPeople(props: Props) {
  const t = useTranslations("groups");
  const { org, group, seen } = props;
  const box = useRef<HTMLDetailsElement>(null);
  const plain = useRef<HTMLDivElement>(null);
  const [startsOpen] = useState(Boolean(seen.find) || group.people === 0);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => setOpen(box.current?.open ?? false), []);
  const taken = useTakeOver(load, plain, isOpen && !seen.find);
  const onToggle = ({ currentTarget }: SyntheticEvent<HTMLDetailsElement>) => setOpen(currentTarget.open);
  return (
    <details ref={box} className="group-add" open={startsOpen || undefined} onToggle={onToggle}>
      <summary>{t("add.title")}</summary>
      {taken ? (
        <taken.code.AddField org={org} group={group} text={taken.typed} />
      ) : (
        <div ref={plain} className="grid gap-3">
          <AddPlainly {...props} />
        </div>
      )}
    </details>
  );
}

/** The same without script: a search with a button beside each contact, and a text area for new addresses. */
function AddPlainly({ org, group, seen, path, commands }: Props) {
  const t = useTranslations("groups");
  const ui = useTranslations("ui");
  const [state, send, isBusy] = useAct(boundAt(addToGroupAction, { org }));
  const kept = state?.ok
    ? notAdded(state.data).map(({ input }) => input)
    : (state?.typed.people ?? []).filter((text) => !text.startsWith("["));
  const isEmpty = Boolean(seen.find) && group.found.length === 0;
  return (
    <>
      <Find action={path} label={t("add.find")} value={seen.find} />
      {isEmpty && <p className="text-13 text-fg-2">{t("add.nobody", { find: seen.find ?? "" })}</p>}
      {group.found.length > 0 && (
        <ul className="group-list">
          {group.found.map(({ id, name, address, company }, at) => (
            <li key={id} className="person">
              <div className="person-words">
                <p className="person-name">
                  <bdi>{name}</bdi>
                </p>
                <p className="person-facts">
                  {[company, address !== name && address].filter(Boolean).join(" · ")}
                </p>
              </div>
              <form action={send}>
                <Hidden group={group.id} command={commands[at + 1]} />
                <input type="hidden" name="people" value={JSON.stringify([{ contact: id }])} />
                <Submit size="small" aria-label={t("add.one", { name })}>
                  {ui("add")}
                </Submit>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form action={send} className="grid gap-2">
        <Hidden group={group.id} command={commands[0]} />
        <TextAreaField
          name="people"
          label={t("add.addresses")}
          hint={t("add.addressesHint")}
          rows={3}
          defaultValue={kept.join("\n")}
        />
        <label className="flex items-center gap-2">
          <input
            type="checkbox"
            name="isQuiet"
            value="on"
            defaultChecked={state?.ok === false && state.typed.isQuiet?.[0] === "on"}
          />
          {t("add.quietly")}
        </label>
        <p className="flex gap-2">
          <Button type="submit" variant="primary" isBusy={isBusy}>
            {t("add.submit")}
          </Button>
          {seen.find && (
            <ButtonLink href={path} variant="ghost">
              {ui("clearSearch")}
            </ButtonLink>
          )}
        </p>
      </form>
      <AddOutcomes state={state} />
    </>
  );
}

/** Each form has a number of its own: sent twice, it adds nobody twice. */
function Hidden({ group, command }: { group: string; command?: string }) {
  return (
    <>
      <input type="hidden" name="command" value={command} />
      <input type="hidden" name="group" value={group} />
    </>
  );
}

"use client";

import { useTranslations } from "next-intl";
import type { GroupAt } from "@/components/groups/group-screen";
import { nobodyWords, quietWords, sendWords } from "@/components/groups/waiting-words";
import { ResendWords } from "@/components/invitations/resend-words";
import { SecondLook } from "@/components/invitations/second-look";
import { bdi } from "@/components/ui/bdi";
import { boundAt } from "@/components/ui/bound-at";
import { Submit } from "@/components/ui/submit";
import { useAct } from "@/components/ui/use-act";
import { resendGroupAction } from "@/lib/actions/groups";

/** Who of the group has not joined, and the button that sends an invitation to all of them. */
export function ResendGroup({ org, group }: GroupAt) {
  const t = useTranslations("groups");
  const [state, send] = useAct(boundAt(resendGroupAction, { org }));
  if (group.notJoined === 0)
    return group.people > 0 ? <p className="text-fg-2">{nobodyWords(group, t)}</p> : null;
  const quiet = quietWords(group, t);
  const more = group.notJoined - group.waiting.length;
  return (
    <form action={send} id="not-joined" className="group-waiting">
      <input type="hidden" name="group" value={group.id} />
      <p>
        {t.rich(more > 0 ? "waiting.more" : "waiting.some", {
          count: group.notJoined,
          people: group.people,
          names: group.waiting.join(", "),
          more,
          b: (words) => <span className="badge badge-warning hollow">{words}</span>,
          who: bdi,
        })}
      </p>
      {quiet && <p className="text-13 text-fg-2">{quiet}</p>}
      <SecondLook count={group.notJoined}>
        <Submit>{sendWords(group, t)}</Submit>
      </SecondLook>
      <ResendWords state={state} />
    </form>
  );
}

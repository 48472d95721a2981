import { useLocale, useTranslations } from "next-intl";
import { type RowWords, rowWords } from "@/components/invitations/delivery-words";
import type { Common } from "@/components/workspace/common";
import { blockedWords } from "@/lib/domain/delivery-words";
import type { MemberRow } from "@/lib/domain/views";
import { type Say, sayIn } from "@/lib/words/say";

type Props = Pick<Common, "may"> & { person: MemberRow; rowId: string };

/** Only admins give internal users another address. */
export const mayChange = ({ kind }: MemberRow, may: Common["may"]): boolean =>
  kind === "client" || may.isAdmin;

function wordsOf({ invitation, blocked }: MemberRow, say: Say): RowWords | null {
  if (invitation) return rowWords(invitation, say);
  return blocked && { words: say(blockedWords(blocked)), isLost: true, mustChange: true };
}

/** What became of the message to somebody who has not joined, unless it simply left or arrived; where only another address helps, the way to the box that takes it. */
export function MemberDelivery({ may, person, rowId }: Props) {
  const t = useTranslations("members");
  const said = wordsOf(person, sayIn(useLocale()));
  if (!said || person.isJoined || person.isDeactivated) return null;
  return (
    <p className="basis-full px-3 text-12 text-fg-2">
      <span className="flex flex-wrap gap-2 ps-7">
        <span id={`why-${rowId}`} className={said.isLost ? "text-danger-text" : undefined}>
          {said.words}
        </span>
        {said.mustChange && may.resend && mayChange(person, may) && (
          <button
            type="button"
            className="link reach"
            popoverTarget={`invitation-${rowId}`}
            aria-haspopup="dialog"
            aria-describedby={`name-${rowId} why-${rowId}`}
            data-instead
          >
            {t("member.changeAddress")}
          </button>
        )}
      </span>
    </p>
  );
}

import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { MenuLink } from "@/components/ui/menu";

/** What somebody may add, or why not. */
export type MayAdd = { internal: string | null; team: string | null };

const entries = [
  ["client", "client", null],
  ["internalUser", "internal", "internal"],
  ["clientGroup", "client-group", null],
  ["internalTeam", "internal-team", "team"],
] as const;

/** "+": what can be added here. What the person may not add stands there too, with the reason. */
export function NewMenu({ org, refusals }: { org: string; refusals: MayAdd }) {
  const t = useTranslations("contacts");
  const ui = useTranslations("ui");
  return (
    <span data-key="c">
      <button
        type="button"
        popoverTarget="new-contact"
        aria-haspopup="menu"
        aria-label={t("newContact")}
        className={buttonClass({ variant: "primary", isIcon: true })}
      >
        <Icon name="plus" />
      </button>
      <div id="new-contact" popover="auto" role="menu" aria-label={t("newContact")} className="popover menu">
        {entries.map(([words, path, rule]) => {
          const reason = rule && refusals[rule];
          return reason ? (
            <span
              key={path}
              role="menuitem"
              tabIndex={-1}
              aria-disabled="true"
              className="menu-item contacts-refused"
            >
              <span>
                {ui(words)}
                <small className="hint">{reason}</small>
              </span>
            </span>
          ) : (
            <MenuLink key={path} href={`/${org}/contacts/new/${path}`}>
              {ui(words)}
            </MenuLink>
          );
        })}
      </div>
    </span>
  );
}

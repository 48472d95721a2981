import { buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { MenuLink } from "@/components/ui/menu";

/** What somebody may add, or why not. */
export type MayAdd = { internal: string | null; team: string | null };

const entries = [
  ["Client", "client", null],
  ["Internal user", "internal", "internal"],
  ["Client group", "client-group", null],
  ["Internal team", "internal-team", "team"],
] as const;

/** "+": what can be added here. What the person may not add stands there too, with the reason. */
export function NewMenu({ org, refusals }: { org: string; refusals: MayAdd }) {
  return (
    <span data-key="c">
      <button
        type="button"
        popoverTarget="new-contact"
        aria-haspopup="menu"
        aria-label="New contact"
        className={buttonClass({ variant: "primary", isIcon: true })}
      >
        <Icon name="plus" />
      </button>
      <div id="new-contact" popover="auto" role="menu" aria-label="New contact" className="popover menu">
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
                {words}
                <small className="hint">{reason}</small>
              </span>
            </span>
          ) : (
            <MenuLink key={path} href={`/${org}/contacts/new/${path}`}>
              {words}
            </MenuLink>
          );
        })}
      </div>
    </span>
  );
}

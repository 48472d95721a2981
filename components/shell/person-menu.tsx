import { Avatar } from "@/components/ui/avatar";
import { Icon } from "@/components/ui/icon";
import { Popover } from "@/components/ui/popover";
import { chooseThemeAction } from "@/lib/actions/preferences";
import { signOutAction } from "@/lib/actions/sign-out";
import { type Theme, themes } from "@/lib/preferences";

export type Person = { id: string; name: string; address: string };

const words: Record<Theme, string> = { system: "System", light: "Light", dark: "Dark" };

/** Who is signed in, with theme, shortcuts and sign-out. On phones it is the bar's "More". */
export function PersonMenu({ org, person, theme }: { org: string; person: Person; theme: Theme }) {
  return (
    <>
      <button
        type="button"
        popoverTarget="person-menu"
        aria-haspopup="dialog"
        className="side-item side-person"
      >
        <Avatar id={person.id} name={person.name} size="small" />
        <span className="side-person-name">{person.name}</span>
        <Icon name="more" />
        <span className="side-more">More</span>
      </button>
      <Popover id="person-menu" label={`Signed in as ${person.name}`} className="popover-above menu">
        <p className="px-2 pt-1 pb-2">
          <bdi className="block font-medium">{person.name}</bdi>
          <bdi className="block text-12 text-fg-3">{person.address}</bdi>
        </p>
        <form action={chooseThemeAction} className="segments" aria-label="Theme">
          {themes.map((choice) => (
            <button key={choice} type="submit" name="theme" value={choice} aria-pressed={choice === theme}>
              {words[choice]}
            </button>
          ))}
        </form>
        <div className="menu-line" />
        {/* Loads the page anew, which closes this. */}
        <a href={`/${org}/account`} target="_self" className="menu-item">
          <Icon name="members" />
          Your account
        </a>
        <form action={signOutAction}>
          <button type="submit" className="menu-item">
            <Icon name="sign-out" />
            Sign out
          </button>
        </form>
      </Popover>
    </>
  );
}

import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Icon, type IconName } from "@/components/ui/icon";
import { Popover } from "@/components/ui/popover";
import { chooseThemeAction } from "@/lib/actions/preferences";
import { signOutAction } from "@/lib/actions/sign-out";
import { type Theme, themes } from "@/lib/preferences";

export type Person = { id: string; name: string; address: string };

type Props = {
  org: string;
  person: Person;
  theme: Theme;
  /** Screens that have no room in the bar of a phone. */
  screens: { href: string; name: string; icon: IconName }[];
};

/** Who is signed in, with theme and sign-out. On phones it is the bar's "More" and leads to the other screens. */
export function PersonMenu({ org, person, theme, screens }: Props) {
  const t = useTranslations("shell.person");
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
        <span className="side-more">{t("more")}</span>
      </button>
      <Popover id="person-menu" label={t("label", { name: person.name })} className="popover-above menu">
        <p className="px-2 pt-1 pb-2">
          <bdi className="block font-medium">{person.name}</bdi>
          <bdi className="block text-12 text-fg-3">{person.address}</bdi>
        </p>
        <form action={chooseThemeAction} className="segments" aria-label={t("theme")}>
          {themes.map((choice) => (
            <button key={choice} type="submit" name="theme" value={choice} aria-pressed={choice === theme}>
              {t(choice)}
            </button>
          ))}
        </form>
        <div className="menu-line" />
        {screens.map(({ href, name, icon }) => (
          <a key={href} href={href} target="_self" className="menu-item sm:hidden">
            <Icon name={icon} />
            {name}
          </a>
        ))}
        {/* Loads the page anew, which closes this. */}
        <a href={`/${org}/account`} target="_self" className="menu-item">
          <Icon name="members" />
          {t("account")}
        </a>
        <form action={signOutAction}>
          <button type="submit" className="menu-item">
            <Icon name="sign-out" />
            {t("signOut")}
          </button>
        </form>
      </Popover>
    </>
  );
}

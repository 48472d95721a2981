import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { chooseShortcutsAction } from "@/lib/actions/preferences";

const shortcuts = [
  ["Ctrl K", "commands"],
  ["G T", "timeline"],
  ["G C", "contacts"],
  ["G I", "invitations"],
  ["G O", "outbox"],
  ["M", "members"],
  ["I", "invite"],
  ["L", "link"],
  ["/", "find"],
  ["J K", "rows"],
  ["X", "select"],
  ["Shift ↓", "selectMore"],
  ["R", "resend"],
  ["A", "assign"],
  ["C", "newContact"],
  ["Enter", "open"],
  ["F6", "regions"],
  ["Esc", "close"],
  ["?", "list"],
] as const;

/** Keys of screens that clients do not have. */
const internalOnly = new Set<string>(["G C", "G I", "L", "X", "Shift ↓", "R", "A", "C"]);

type Reader = { isInternal: boolean; isAdmin: boolean };

const keysFor = ({ isInternal, isAdmin }: Reader) =>
  shortcuts.filter(([keys]) => (isInternal || !internalOnly.has(keys)) && (isAdmin || keys !== "G O"));

/** All keys there are, and the switch that turns single keys off. Opened by `?`. */
export function ShortcutsDialog({ isOn, ...reader }: Reader & { isOn: boolean }) {
  const t = useTranslations("shell");
  return (
    <Dialog id="shortcuts" title={t("shortcuts")}>
      <form action={chooseShortcutsAction} className="flex items-center justify-between gap-3 pb-3">
        <span className="hint">{t(isOn ? "single.on" : "single.off")}</span>
        <Button type="submit" name="shortcuts" value={isOn ? "off" : "on"}>
          {t(isOn ? "single.turnOff" : "single.turnOn")}
        </Button>
      </form>
      <dl className="shortcuts">
        {keysFor(reader).map(([keys, does]) => (
          <div key={keys}>
            <dt>{t(`does.${does}`)}</dt>
            <dd>
              <Kbd keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

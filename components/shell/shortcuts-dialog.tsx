import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { chooseShortcutsAction } from "@/lib/actions/preferences";

const shortcuts = [
  ["G T", "Go to Timeline"],
  ["M", "Open or close Members"],
  ["I", "Invite Members"],
  ["/", "Find in the list"],
  ["J K", "Next and previous in the list"],
  ["Enter", "Open"],
  ["Esc", "Close what is open"],
  ["?", "This list"],
] as const;

/** All keys there are, and the switch that turns single keys off. Opened by `?`. */
export function ShortcutsDialog({ isOn }: { isOn: boolean }) {
  return (
    <Dialog
      id="shortcuts"
      title="Keyboard shortcuts"
      foot={
        <form action={chooseShortcutsAction} className="flex grow items-center justify-between gap-3">
          <span className="hint">
            {isOn
              ? "Single keys work outside text fields."
              : "Single keys are off. Enter and Esc still work."}
          </span>
          <Button type="submit" name="shortcuts" value={isOn ? "off" : "on"}>
            {isOn ? "Turn off" : "Turn on"}
          </Button>
        </form>
      }
    >
      <dl className="shortcuts">
        {shortcuts.map(([keys, does]) => (
          <div key={keys}>
            <dt>{does}</dt>
            <dd>
              <Kbd keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { chooseShortcutsAction } from "@/lib/actions/preferences";

const shortcuts = [
  ["Ctrl K", "Search: go to a screen or workspace"],
  ["G T", "Go to Timeline"],
  ["G C", "Go to Contacts"],
  ["G I", "Go to Invitations"],
  ["G O", "Go to Outbox"],
  ["M", "Open or close Members"],
  ["I", "Invite Members"],
  ["L", "Workspace Link"],
  ["/", "Find in the list"],
  ["J K", "Next and previous in the list"],
  ["X", "Select in the list"],
  ["Shift ↓", "Select from one to the next, in Contacts"],
  ["R", "Resend the invitation of the focused person"],
  ["A", "Assign the focused role"],
  ["C", "New contact"],
  ["Enter", "Open"],
  ["F6", "From the work to the panel, and back"],
  ["Esc", "Close what is open, clear the selection"],
  ["?", "This list"],
] as const;

/** Keys of screens that clients do not have. */
const internalOnly = new Set<string>(["G C", "G I", "L", "X", "Shift ↓", "R", "A", "C"]);

type Reader = { isInternal: boolean; isAdmin: boolean };

const keysFor = ({ isInternal, isAdmin }: Reader) =>
  shortcuts.filter(([keys]) => (isInternal || !internalOnly.has(keys)) && (isAdmin || keys !== "G O"));

/** All keys there are, and the switch that turns single keys off. Opened by `?`. */
export function ShortcutsDialog({ isOn, ...reader }: Reader & { isOn: boolean }) {
  return (
    <Dialog id="shortcuts" title="Keyboard shortcuts">
      <form action={chooseShortcutsAction} className="flex items-center justify-between gap-3 pb-3">
        <span className="hint">
          {isOn
            ? "Single keys work outside text fields."
            : "Single keys are off. Enter, Esc, F6 and Ctrl K still work."}
        </span>
        <Button type="submit" name="shortcuts" value={isOn ? "off" : "on"}>
          {isOn ? "Turn off" : "Turn on"}
        </Button>
      </form>
      <dl className="shortcuts">
        {keysFor(reader).map(([keys, does]) => (
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

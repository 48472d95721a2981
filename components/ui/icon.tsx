import { PlusIcon } from "@/components/ui/plus-icon";
import { Shape } from "@/components/ui/shape";

/** Shapes on a grid of 24, drawn with a line of 2. */
const shapes = {
  check: "m5 12.5 4.5 4.5L19 7.5",
  "circle-check": "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0ZM8 12.5l2.8 2.8L16 10",
  close: "M6 6l12 12M18 6 6 18",
  down: "M12 5v14m6-6-6 6-6-6",
  find: "M18 11a7 7 0 1 1-14 0 7 7 0 0 1 14 0Zm-2 5 4.5 4.5",
  help: "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0ZM9.3 9.3a2.8 2.8 0 0 1 5.4.9c0 1.8-2.7 2.3-2.7 3.8m0 3v.1",
  inbox: "M3 13h5l1.5 3h5l1.5-3h5M3 13l3-7.5h12l3 7.5v5.5H3Z",
  invite:
    "M14 20v-1.5a4 4 0 0 0-4-4H7a4 4 0 0 0-4 4V20M12 7.5a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0ZM18 8v6m3-3h-6",
  link: "M10 14a4.5 4.5 0 0 0 6.4 0l3-3A4.5 4.5 0 0 0 13 4.6l-1 1m2 4.4a4.5 4.5 0 0 0-6.4 0l-3 3A4.5 4.5 0 0 0 11 19.4l1-1",
  list: "M4 6.5 5.5 8 8 5M4 16.5 5.5 18 8 15M12 6.5h8m-8 10h8",
  members:
    "M15 20v-1.5a4 4 0 0 0-4-4H7a4 4 0 0 0-4 4V20M12.5 7.5a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0ZM21 20v-1.5a4 4 0 0 0-3-3.8M16 4.2a3.5 3.5 0 0 1 0 6.7",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  organizations: "M4 20V5h9v15M13 10h7v10M3 20h18M7.5 9h2m-2 4h2m7 1h.01",
  outbox: "M20.5 3.5 3.5 10l7 3.5m10-10-6.5 17-3.5-7m10-10-10 10",
  settings: "M4 7h8m4 0h4M4 17h4m4 0h8M16 7a2 2 0 1 1-4 0 2 2 0 0 1 4 0Zm-4 10a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z",
  "sign-out": "M10 20H5V4h5m5 12 4-4-4-4m4 4H9",
  template: "M4 4h16v5H4zM4 13h8v7H4zM16 13h4v7h-4z",
  timeline: "M4 5h16v14H4zM4 10h16M4 14.5h16",
  up: "M12 19V5m6 6-6-6-6 6",
} as const;

export type IconName = keyof typeof shapes | "plus";

/** A small drawing beside words, or inside a button that has a name. Never read out. */
export function Icon({ name }: { name: IconName }) {
  if (name === "plus") return <PlusIcon />;
  return <Shape path={shapes[name]} width={name === "more" ? 4 : 2} />;
}

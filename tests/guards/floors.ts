/** The oldest versions without a published hole that reaches us. */
export const FLOORS: Record<string, string> = {
  next: "16.3.3",
  "next-auth": "5.0.0-beta.32",
  nodemailer: "8.0.5",
  react: "19.2.6",
  "react-dom": "19.2.6",
};

const partsOf = (version: string) => {
  const [release = "", stage = ""] = version.split("-", 2);
  return { release: release.split(".").map(Number), stage: stage.split(".").filter(Boolean) };
};

function compareLists(a: (string | number)[], b: (string | number)[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const [one, other] = [a[at], b[at]];
    if (one === undefined) return -1;
    if (other === undefined) return 1;
    const order = String(one).localeCompare(String(other), "en", { numeric: true });
    if (order !== 0) return order;
  }
  return 0;
}

/** Whether a version is the floor or newer; a beta stands below its release. */
export function isAtLeast(version: string, floor: string): boolean {
  const [given, least] = [partsOf(version), partsOf(floor)];
  const order = compareLists(given.release, least.release);
  if (order !== 0) return order > 0;
  if (given.stage.length === 0 || least.stage.length === 0) return given.stage.length === 0;
  return compareLists(given.stage, least.stage) >= 0;
}

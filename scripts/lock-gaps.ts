export type LockEntry = {
  version?: string;
  resolved?: string;
  integrity?: string;
  license?: string;
  optional?: boolean;
  dev?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
};
export type Lock = { packages: Record<string, LockEntry> };
export type Gap = { name: string; version: string; neededBy: string };

const CPU = "arm64|x64|ia32|arm|ppc64|riscv64|s390x|loong64|mips64el";
const PLATFORM = new RegExp(`-(darwin|win32|linux|freebsd|android|openharmony)-(${CPU})(?:-(gnu|musl))?`);

function isLocked(packages: Lock["packages"], from: string, name: string): boolean {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    if (packages[`${at ? `${at}/` : ""}node_modules/${name}`]) return true;
    if (!at) return false;
  }
}

/** Packages that others may need on some platform and that the lockfile forgets: "npm ci" refuses such a file. */
export const findGaps = ({ packages }: Lock): Gap[] =>
  Object.entries(packages).flatMap(([path, entry]) =>
    Object.entries({ ...entry.dependencies, ...entry.optionalDependencies })
      .filter(([name]) => !isLocked(packages, path, name))
      .map(([name, version]) => ({ name, version, neededBy: path || "package.json" })),
  );

/** The lockfile's entry for a platform's package, read off its name. Refuses what is no such package. */
export function entryFor({ name, version, neededBy }: Gap, isDev: boolean): LockEntry {
  const [, os, cpu, libc] = PLATFORM.exec(name) ?? [];
  const isWasm = name.includes("-wasm32");
  if (!/^\d/.test(version) || !(isWasm || (os && cpu)))
    throw new Error(`${name}@${version}, needed by ${neededBy}, is no platform's package: install it.`);
  return {
    version,
    cpu: [isWasm || !cpu ? "wasm32" : cpu],
    ...(isDev && { dev: true }),
    ...(libc && { libc: [libc === "musl" ? "musl" : "glibc"] }),
    license: "MIT",
    optional: true,
    ...(os && !isWasm && { os: [os] }),
  };
}

/** How much of everything a made-up organization has. */
export type Size = {
  contacts: number;
  internals: number;
  groups: number;
  teams: number;
  workspaces: number;
  /** Members of the first workspace. */
  bigWorkspace: number;
  openInvitations: number;
};

export const sizes = {
  S: {
    contacts: 100,
    internals: 10,
    groups: 3,
    teams: 2,
    workspaces: 20,
    bigWorkspace: 10,
    openInvitations: 30,
  },
  M: {
    contacts: 10_000,
    internals: 100,
    groups: 60,
    teams: 9,
    workspaces: 500,
    bigWorkspace: 1_000,
    openInvitations: 3_000,
  },
  L: {
    contacts: 1_000_000,
    internals: 1_000,
    groups: 2_000,
    teams: 60,
    workspaces: 20_000,
    bigWorkspace: 10_000,
    openInvitations: 200_000,
  },
} satisfies Record<string, Size>;

/** L with another number of contacts: what a quicker measurement runs on. */
export const sizeFor = (contacts: number): Size => {
  const share = (n: number) => Math.max(2, Math.round((n * contacts) / sizes.L.contacts));
  return {
    contacts,
    internals: Math.max(10, share(sizes.L.internals)),
    groups: share(sizes.L.groups),
    teams: share(sizes.L.teams),
    workspaces: share(sizes.L.workspaces),
    bigWorkspace: share(sizes.L.bigWorkspace),
    openInvitations: share(sizes.L.openInvitations),
  };
};

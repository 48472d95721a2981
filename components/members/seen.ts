/** What of the panel stands in the address bar. */
export type Seen = {
  panel?: string;
  find?: string;
  show?: string;
  after?: string;
  /** The role whose icon opened the panel. */
  role?: string;
  /** The role whose holder is about to change. */
  held?: string;
  person?: string;
  group?: string;
  inside?: string;
  invite?: string;
  request?: string;
};

/** The list as it is seen now, for links that change one thing about it. */
export const listOf = ({ find, show, after, group, inside }: Seen) => ({
  panel: "members",
  find,
  show,
  after,
  group,
  inside,
});

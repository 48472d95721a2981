import { newId } from "@/lib/domain/id";
import { type Cast, personOf } from "./cast";
import type { Clock } from "./clock";
import type { Step, Story } from "./story";

/** What all stories of one organization share. */
export type Setting = {
  org: { id: string; number: number; slug: string; name: string };
  keyId: number;
  clock: Clock;
  cast: Cast;
  /** Ids by name. */
  groups: Map<string, string>;
};

/** A story on its way into the database, under the workspace's id. */
export type Scene = Setting & { story: Story<string>; workspaceId: string };

export const sceneOf = (setting: Setting, story: Story<string>): Scene => ({
  ...setting,
  story,
  workspaceId: newId(),
});

export const idOf = (scene: Scene, key: string): string => personOf(scene.cast, key).contactId;

/** The role that somebody holds, and the first thing it owed at that moment: what messages say. */
export function roleAt(
  scene: Scene,
  who: string,
  moment: Date,
): { roleName: string | null; firstAction: string | null } {
  const role = scene.story.roles.find(({ holder }) => holder === who);
  const isOpen = ({ done }: Step<string>) => !done || scene.clock.at(done.at) > moment;
  const first = scene.story.steps.find((step) => step.role === role?.name && isOpen(step));
  return { roleName: role?.name ?? null, firstAction: first?.title ?? null };
}

/** A group's id; a name that no group has is a mistake in the stories. */
export function groupOf(setting: Setting, name: string): string {
  const id = setting.groups.get(name);
  if (!id) throw new Error(`No group in the demo is called ${name}.`);
  return id;
}

import type { actions, members, roles, workspaceGroups, workspaces } from "@/db/schema";
import { stagesOf } from "@/lib/domain/flow-order";
import { newId } from "@/lib/domain/id";
import { sortKey } from "@/lib/domain/text";
import type { Ago } from "./clock";
import { groupOf, idOf, type Scene } from "./setting";

const placeOf = ({ org, workspaceId }: Scene) => ({ orgId: org.id, workspaceId });

/** The workspace itself; complete when all of its steps are done. */
export function workspaceRow(scene: Scene, activeAt: Date): typeof workspaces.$inferInsert {
  const { story, clock, org } = scene;
  const last = story.steps.every(({ done }) => done) ? story.steps.at(-1)?.done : undefined;
  return {
    orgId: org.id,
    id: scene.workspaceId,
    name: story.name,
    sortKey: sortKey(story.name),
    ownerId: idOf(scene, story.owner),
    dueOn: clock.day(story.due),
    createdAt: clock.at(story.created),
    activeAt,
    completedAt: last ? clock.at(last.at) : null,
  };
}

/** Groups came with the first of their people; who was in it by name already stays so. */
export function groupArrivals({ story, clock }: Scene): { name: string; by: string; at: Date }[] {
  const people = [...story.added, ...story.invited];
  return (story.groups ?? []).map((name) => {
    const [first] = people
      .filter(({ through }) => through === name)
      .map(({ by, at }) => ({ name, by: by as string, at: clock.at(at) }))
      .sort((a, b) => a.at.getTime() - b.at.getTime());
    return first ?? { name, by: story.owner, at: clock.at(story.created) };
  });
}

export const workspaceGroupRows = (scene: Scene): (typeof workspaceGroups.$inferInsert)[] =>
  groupArrivals(scene).map(({ name, by, at }) => ({
    ...placeOf(scene),
    groupId: groupOf(scene, name),
    addedBy: idOf(scene, by),
    addedAt: at,
  }));

/** The owner, who was added, and who was invited: joined or not. */
export function memberRows(scene: Scene): (typeof members.$inferInsert)[] {
  const { story, clock } = scene;
  const row = (who: string, by: string, addedAt: Ago, joinedAt?: Ago, seen?: Ago | "never") => ({
    ...placeOf(scene),
    contactId: idOf(scene, who),
    addedBy: idOf(scene, by),
    addedAt: clock.at(addedAt),
    joinedAt: joinedAt ? clock.at(joinedAt) : null,
    seenAt: !joinedAt || seen === "never" ? null : seen ? clock.at(seen) : clock.now,
  });
  return [
    row(story.owner, story.owner, story.created, story.created),
    ...story.added.map(({ who, by, at, seen, through }) => ({
      ...row(who, by, at, at, seen),
      isDirect: !through,
    })),
    ...story.invited.map(({ who, by, at, accepted, seen, through }) => ({
      ...row(who, by, at, accepted, seen),
      isDirect: !through,
    })),
  ];
}

/** Roles in order, and the steps that hang on them. */
export function flowRows(scene: Scene): {
  roles: (typeof roles.$inferInsert)[];
  actions: (typeof actions.$inferInsert)[];
} {
  const { story, clock } = scene;
  const made = story.roles.map(({ name, audience, holder, group }, position) => ({
    ...placeOf(scene),
    id: newId(),
    name,
    audience,
    position,
    holderId: holder && idOf(scene, holder),
    holderGroupId: group && groupOf(scene, group),
  }));
  const roleIds = new Map(made.map(({ name, id }) => [name, id]));
  const stages = stagesOf(story.steps.map(({ isParallel }) => isParallel ?? false));
  const steps = story.steps.map(({ title, kind, role, due, instructions, done }, position) => {
    const roleId = roleIds.get(role);
    if (!roleId) throw new Error(`${story.name} has no role called ${role}.`);
    return {
      ...placeOf(scene),
      id: newId(),
      roleId,
      kind,
      title,
      instructions,
      dueOn: clock.day(due),
      position,
      stage: stages[position] ?? position,
      completedAt: done && clock.at(done.at),
      completedBy: done && idOf(scene, done.by),
    };
  });
  return { roles: made, actions: steps };
}

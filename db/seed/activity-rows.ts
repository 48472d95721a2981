import type { activity } from "@/db/schema";
import { type ActivityKind, namesOf } from "@/lib/domain/activity";
import { newId } from "@/lib/domain/id";
import { personOf } from "./cast";
import type { Ago } from "./clock";
import { idOf, type Scene } from "./setting";
import { groupArrivals } from "./workspace-rows";

type Event = { at: Date; actor: string; kind: ActivityKind; data: Record<string, unknown> };

/** Everything that the story tells, oldest first. */
export function activityRows(scene: Scene): (typeof activity.$inferInsert)[] {
  const told = [opening, linking, arrivals, groupsAdded, assignments, fates, progress].flatMap((tell) =>
    tell(scene),
  );
  return told
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ at, actor, kind, data }) => ({
      orgId: scene.org.id,
      id: newId(),
      workspaceId: scene.workspaceId,
      actorId: idOf(scene, actor),
      kind,
      data,
      at,
    }));
}

const nameOf = (scene: Scene, who: string) => personOf(scene.cast, who).name;

const opening = ({ story, clock }: Scene): Event[] => [
  { at: clock.at(story.created), actor: story.owner, kind: "workspace_created", data: { name: story.name } },
];

const linking = ({ story, clock }: Scene): Event[] =>
  story.link
    ? [{ at: clock.at(story.link.at), actor: story.link.by, kind: "link_created", data: { fields: [] } }]
    : [];

/** People whom the same person brought in at the same moment are one event. */
function arrivals(scene: Scene): Event[] {
  const { story, clock } = scene;
  const acts = new Map<string, { by: string; at: Ago; kind: ActivityKind; names: string[] }>();
  const arrive = (kind: ActivityKind, { who, by, at }: { who: string; by: string; at: Ago }) => {
    const key = `${kind} ${by} ${at}`;
    acts.set(key, { by, at, kind, names: [...(acts.get(key)?.names ?? []), nameOf(scene, who)] });
  };
  for (const one of story.added) arrive("members_added", one);
  for (const one of story.invited) arrive("members_invited", one);
  return [...acts.values()].map(({ by, at, kind, names }) => ({
    at: clock.at(at),
    actor: by,
    kind,
    data: namesOf(names),
  }));
}

const groupsAdded = (scene: Scene): Event[] =>
  groupArrivals(scene).map(({ name, by, at }) => ({ at, actor: by, kind: "group_added", data: { name } }));

/** A role is filled in the act that brings its holder in; the owner takes theirs at the start. */
function assignments(scene: Scene): Event[] {
  const { story, clock } = scene;
  const entries = [...story.added, ...story.invited];
  return story.roles.flatMap(({ name, holder }) => {
    if (!holder) return [];
    const { by, at } = entries.find(({ who }) => who === holder) ?? { by: story.owner, at: story.created };
    return [
      {
        at: clock.at(at),
        actor: by,
        kind: "role_assigned",
        data: { role: name, name: nameOf(scene, holder) },
      },
    ];
  });
}

/** What became of each invitation. */
function fates(scene: Scene): Event[] {
  const { story, clock } = scene;
  return story.invited.flatMap(({ who, by, again = [], accepted, declined, cancelled }) => {
    const name = nameOf(scene, who);
    const event = (at: Ago, actor: string, kind: ActivityKind, data = {}): Event => ({
      at: clock.at(at),
      actor,
      kind,
      data: { ...data, name },
    });
    return [
      ...again.map((at) => event(at, by, "invitation_resent", namesOf([name]))),
      ...(accepted ? [event(accepted, who, "member_joined")] : []),
      ...(declined ? [event(declined, who, "invitation_declined")] : []),
      ...(cancelled ? [event(cancelled, by, "invitation_cancelled")] : []),
    ];
  });
}

function progress({ story, clock }: Scene): Event[] {
  const done = story.steps.flatMap(({ title, kind, done }): Event[] =>
    done ? [{ at: clock.at(done.at), actor: done.by, kind: "action_completed", data: { title, kind } }] : [],
  );
  const last = done.at(-1);
  const isComplete = last && done.length === story.steps.length;
  return isComplete ? [...done, { ...last, kind: "flow_completed", data: {} }] : done;
}

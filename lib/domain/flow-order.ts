/** An action's place in a flow; those of one stage are open together. */
export type Slot = { id: string; stage: number; isDone: boolean; isDeclined: boolean };

/** The stage of each action in order, from whether it starts together with the one before it; the first never does. */
export function stagesOf(isTogether: boolean[]): number[] {
  let stage = 0;
  return isTogether.map((together, i) => {
    if (i > 0 && !together) stage++;
    return stage;
  });
}

/** Whether each action starts together with the one before it. */
export const togetherIn = (flow: { stage: number }[]): boolean[] =>
  flow.map(({ stage }, i) => stage === flow[i - 1]?.stage);

/** Numbers the stages anew: those who stood together and still stand side by side stay together. */
export function renumber<T extends { stage: number }>(flow: T[], isTogether = togetherIn(flow)): T[] {
  const stages = stagesOf(isTogether);
  return flow.map((slot, i) => ({ ...slot, stage: stages[i] ?? 0 }));
}

const openStage = (flow: Slot[]): number =>
  Math.min(...flow.filter(({ isDone }) => !isDone).map(({ stage }) => stage));

/** What can be done now: the first stage that is not completed, without what was declined. */
export function openIn<T extends Slot>(flow: T[]): T[] {
  const stage = openStage(flow);
  return flow.filter((slot) => slot.stage === stage && !slot.isDone && !slot.isDeclined);
}

/** Whether no action is done that waits for one that is not. */
export const isInOrder = (flow: Slot[]): boolean =>
  flow.every(({ stage, isDone }) => !isDone || stage <= openStage(flow));

/**
 * The order after one step up or down: inside its stage past its neighbour, at its edge past the whole
 * stage beyond, so that those who start together stay together. At the end of the flow nothing moves.
 */
export function step(flow: { id: string; stage: number }[], id: string, by: 1 | -1): string[] {
  const ids = flow.map((slot) => slot.id);
  const from = ids.indexOf(id);
  const neighbour = flow[from + by];
  if (!neighbour) return ids;
  const isInside = neighbour.stage === flow[from]?.stage;
  const passed = isInside ? 1 : flow.filter(({ stage }) => stage === neighbour.stage).length;
  ids.splice(from, 1);
  ids.splice(from + by * passed, 0, id);
  return ids;
}

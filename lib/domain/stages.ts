/** The stage of each action of a flow: that of the action before it where they start together, else the next one. */
export function stagesOf(actions: { isParallel?: boolean }[]): number[] {
  let stage = -1;
  return actions.map(({ isParallel }, place) => {
    if (place === 0 || !isParallel) stage += 1;
    return stage;
  });
}

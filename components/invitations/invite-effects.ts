/** What filling a role hands over: "They will get 1 action: Verify identity." */
export function actionWords(titles: string[]): string {
  if (titles.length === 0) return "They will get no actions yet.";
  return `They will get ${titles.length} ${titles.length === 1 ? "action" : "actions"}: ${titles.join(", ")}`;
}

/** Says where changes of what this page shows are told, and which version it shows. */
export function LiveMark({ stream, version }: { stream: string; version: string }) {
  return <span hidden data-live={stream} data-version={version} />;
}

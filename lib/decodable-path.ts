function isText(encoded: string): boolean {
  try {
    decodeURIComponent(encoded);
    return true;
  } catch {
    return false;
  }
}

/** A request's target in which every path can be decoded: what encodes no text stands for itself, "%" as "%25". */
export function decodablePath(target: string): string {
  const [path = "", ...query] = target.split("?");
  const decodable = path.replace(/(?:%[0-9a-f]{2})+|%/gi, (run) =>
    isText(run) ? run : run.replaceAll("%", "%25"),
  );
  return [decodable, ...query].join("?");
}

"use client";

import { useState } from "react";

/** What a form showed when it was opened, sent along with it: later changes by others are none of its own. */
export function Seen({ values }: { values: Record<string, string> }) {
  const [seen] = useState(() => JSON.stringify(values));
  return <input type="hidden" name="seen" value={seen} />;
}

import type { ReactNode } from "react";

/** A name within a sentence: what is written from right to left does not turn the words round it. */
export const bdi = (name: ReactNode) => <bdi>{name}</bdi>;

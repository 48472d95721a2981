import { type ChangeEvent, useEffect, useRef, useState } from "react";

/**
 * What is chosen in a list that other parts of the page follow, and what the list needs for that. A choice made before
 * the page's script had come counts too.
 */
export function useChosen(first: string) {
  const [chosen, choose] = useState(first);
  const list = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (list.current) choose(list.current.value);
  }, []);
  const onChange = ({ currentTarget }: ChangeEvent<HTMLSelectElement>) => choose(currentTarget.value);
  return { chosen, select: { ref: list, defaultValue: first, onChange } };
}

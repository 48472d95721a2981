import { useState } from "react";

/** A list of rows that can be added to, changed, moved and removed; each keeps its key. */
export function useRows<T extends { key: string }>(initial: T[]) {
  const [rows, setRows] = useState(initial);
  const [nextKey, setNextKey] = useState(initial.length);

  return {
    rows,
    setRows,
    add: (make: (key: string) => T) => {
      setRows([...rows, make(String(nextKey))]);
      setNextKey(nextKey + 1);
    },
    change: (key: string, changed: Partial<T>) =>
      setRows(rows.map((row) => (row.key === key ? { ...row, ...changed } : row))),
    remove: (key: string) => setRows(rows.filter((row) => row.key !== key)),
    move: (from: number, by: 1 | -1) => {
      const moved = [...rows];
      const [row] = moved.splice(from, 1);
      if (row) moved.splice(from + by, 0, row);
      setRows(moved);
    },
  };
}

import type { Person } from "./story";

/** Gives everybody the company they work for. */
export const at = <
  const Company extends string,
  const People extends Record<string, Omit<Person, "company">>,
>(
  company: Company,
  people: People,
) =>
  Object.fromEntries(Object.entries(people).map(([key, person]) => [key, { ...person, company }])) as {
    [Key in keyof People]: People[Key] & { company: Company };
  };

type Act<P, S> = (at: P, state: S, form: FormData) => Promise<S>;
type Bound<S> = (state: S, form: FormData) => Promise<S>;

const kept = new WeakMap<object, Map<string, unknown>>();

/** A render uses a few; places that nobody looks at any more are forgotten. */
const MOST_PLACES = 1_000;

/**
 * An action bound to one place, the same each time. While it writes a page for a form sent without script the server
 * waits for what is bound, starts over when it is there, and would do so for ever if it were another one by then.
 */
export function boundAt<P, S>(action: Act<P, S>, at: P): Bound<S> {
  const places = kept.get(action) ?? new Map<string, unknown>();
  if (places.size > MOST_PLACES) places.clear();
  kept.set(action, places);
  const place = JSON.stringify(at);
  const bound = (places.get(place) as Bound<S> | undefined) ?? action.bind(null, at);
  places.set(place, bound);
  return bound;
}

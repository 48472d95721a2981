import { type FormEvent, lazy, Suspense, useEffect, useRef, useState } from "react";
import type { Chip } from "@/components/people-field/chips";
import type { Place } from "./invite-notice";
import type { Failed } from "./invite-send";
import type { InviteOptions } from "./invite-submit";
import { Undo } from "./invite-undo";

/** What is needed only once somebody sends comes in while they type. */
const loadSubmit = () => import("./invite-submit");
const loadOffers = () => import("./invite-offers");
const LazyOffers = lazy(() => loadOffers().then((loaded) => ({ default: loaded.InviteOffers })));

type Trouble = Omit<Failed, "ok">;

/** `about`: the chips that it was said of. */
type Told = Trouble & { about: Chip[] };

/**
 * Sending of an open dialog: whether it goes on, what stood in the way the last time, until its people are others,
 * and "Undo" for the rest.
 */
export function useSending(options: InviteOptions) {
  const [isSending, setSending] = useState(false);
  const [told, setTold] = useState<Told | null>(null);
  const attempt = useRef({ body: "", command: "" });
  useEffect(() => void Promise.allSettled([loadSubmit(), loadOffers()]), []);

  const { chips, current } = options.people;
  const trouble = told?.about === chips.list ? told : null;
  const tell = (said: Trouble | null) => setTold(said && { ...said, about: current() });

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    if (isSending) return;
    setSending(true);
    const send = loadSubmit().then(({ submitInvite }) => submitInvite(options, attempt.current, form));
    tell(await send.catch(() => ({ message: options.people.t("outcome.notSent") })));
    setSending(false);
  }

  const { undo } = trouble ?? {};
  return {
    submit,
    isSending,
    trouble: trouble && seen(trouble, options.people.chips.list),
    undo: undo && (
      <Undo key={undo.command} at={options.at} notice={undo} onUndone={(message) => tell({ message })} />
    ),
  };
}

/** What is still true of it: where chips had to be mended and are, only what was done. */
function seen({ message, fields, mended }: Trouble, chips: Chip[]) {
  if (mended === undefined || chips.some(({ problem }) => problem)) return { message, fields };
  return mended === null ? null : { message: mended, isSettled: true };
}

/** For the People field: buttons beside a chip's reason, and the request to the admins. */
export const offersFor = ({
  people,
  at,
  mayBeClient,
  role,
}: {
  people: InviteOptions["people"];
  at: Place;
  mayBeClient: boolean;
  /** What the admins are asked to give to a new internal user. */
  role?: string;
}) => ({
  offers: (chip: Chip) => (
    <Suspense>
      <LazyOffers chip={chip} people={people} at={at} mayBeClient={mayBeClient} role={role} />
    </Suspense>
  ),
  onRequest: (address: string) =>
    loadOffers().then(({ requestInternal }) => requestInternal(people, at, address, role)),
});

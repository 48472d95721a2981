import { selectNow } from "@/db/queries/clock";
import {
  claimDigests,
  type DigestReader,
  type Joiner,
  selectDigestZones,
  selectJoiners,
} from "@/db/queries/joined-notices";
import { catalogueIn, fillWords } from "@/lib/catalogue";
import { channelOf, kindOf } from "./address";
import type { Installation } from "./context";
import { lastHour } from "./daytime";
import { enqueueNotices } from "./enqueue-notices";
import { newId } from "./id";
import type { NewMessage } from "./messages";

const END_OF_DAY = 17;
/** Who joins at five is written down by a minute later. */
const SETTLED_MS = 60_000;
const MOST_LINES = 50;

/**
 * Tells people of one organization who want it once a day who of those they invited has joined since they were last
 * told: after 17:00 where they are, one message each, none to whom nobody joined. One transaction, a fixed number of
 * statements, any number of workers at once. Answers how many people it was about; none: there is nothing to do.
 */
export async function sendDigests(ctx: Installation, { limit }: { limit: number }): Promise<number> {
  return ctx.db.transaction(async (tx) => {
    const zones = await selectDigestZones(tx);
    if (zones.length === 0) return 0;
    const now = new Date((await selectNow(tx)).getTime() - SETTLED_MS);
    const ends = zones.map((zone) => ({ zone, until: lastHour(now, zone, END_OF_DAY) }));
    const readers = await claimDigests(tx, ends, limit);
    const [first] = readers;
    if (!first) return 0;
    const joiners = await selectJoiners(tx, first.orgId, readers);
    const messages = readers.flatMap((reader) => digestFor(reader, joiners));
    await enqueueNotices(tx, ctx, first.orgId, messages);
    return readers.length;
  });
}

function digestFor(reader: DigestReader, joiners: Joiner[]): NewMessage[] {
  const own = joiners.filter(({ readerId }) => readerId === reader.id);
  if (own.length === 0) return [];
  const words = catalogueIn(reader.language).people_joined;
  const lines = own.slice(0, MOST_LINES).map(({ name, place }) => fillWords(words.joined, { name, place }));
  const more = own.length - lines.length;
  return [
    {
      id: newId(),
      kind: "people_joined",
      channel: channelOf({ kind: kindOf(reader.address) }),
      address: reader.address,
      subjectId: newId(),
      number: 1,
      invitationId: null,
      contactId: reader.id,
      language: reader.language,
      priority: 1,
      holdSeconds: 0,
      values: {
        organizationName: reader.organizationName,
        count: new Set(own.map(({ contactId }) => contactId)).size,
        list: [...lines, ...(more > 0 ? [fillWords(words.more, { count: String(more) })] : [])].join("\n"),
        path: `/${reader.slug}/timeline`,
      },
    },
  ];
}

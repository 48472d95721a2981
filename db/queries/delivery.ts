import { type SQL, sql } from "drizzle-orm";
import { isOfInvitation } from "./invitation-kinds";

/** A pause that its workers no longer renew is one of a provider that is not used any more. */
const STALE_MINUTES = 10;

/** Whether a row `p` of channel_pauses keeps messages waiting for longer than a moment. */
export const isShut = sql`(p.reason = 'manual'
  or (p.reason <> 'rate' and p.until > now() - make_interval(mins => ${sql.raw(String(STALE_MINUTES))})))`;

/** The pauses that keep messages of a channel waiting. */
const shut = (channel: SQL) => sql`channel_pauses p where ${isShut}
  and (p.provider = 'mailbox' or (p.provider = 'twilio') = (${channel} = 'sms'))`;

/** What became of a message, a row of `messages` under the name, as people are told. */
export function deliveryOf(name: "m" | "g"): SQL {
  const of = (column: string) => sql.raw(`${name}.${column}`);
  return sql`case when ${of("state")} <> 'queued' then ${of("state")}
    when ${of("lease_until")} > now() then 'sending'
    when ${of("held_until")} > now() then 'held'
    when exists (select from ${shut(of("channel"))} and p.reason = 'manual') then 'paused'
    when ${of("error")} is not null or exists (select from ${shut(of("channel"))}) then 'waiting'
    else 'queued' end`;
}

/** The latest message `g` of an invitation `i`, the invitation itself or a reminder of it; `here`: how many went to its address. */
export const latestMessage = sql`left join lateral (
  select state, channel, address, held_until, lease_until, error,
    (count(*) filter (where o.address = i.address and o.state not in ('cancelled', 'queued')) over ())::int
      + (o.address = i.address and o.state = 'queued')::int as here from messages o
  where o.org_id = i.org_id and o.subject_id = i.id and ${isOfInvitation(sql`o.kind`)} order by o.number desc limit 1
) g on true`;

const isElsewhere = sql`(i.status in ('pending', 'expired') and g.address <> i.address and g.state <> 'cancelled')`;

/**
 * What became of an invitation `i`, as people are told: what is known of its address, a row `s` of suppressions, counts
 * more than its latest message `g`, which says nothing of an address that was corrected since.
 */
export const invitationDelivery = sql`case when s.reason = 'opted_out' then 'suppressed'
  when s.reason is not null then s.reason when g.state is null then 'none'
  when ${isElsewhere} then 'elsewhere' else ${deliveryOf("g")} end`;

/** Why that became of it. */
export const invitationError = sql`case when s.reason = 'opted_out' then s.reason
  when s.reason = 'bounced' and s.detail is not null then s.detail when ${isElsewhere} then null else g.error end`;

import { type SQL, sql } from "drizzle-orm";

/** A pause that its workers no longer renew is one of a provider that is not used any more. */
const STALE_MINUTES = 10;

/** Whether a row `p` of channel_pauses keeps messages waiting for longer than a moment. */
export const isShut = sql`(p.reason = 'manual'
  or (p.reason <> 'rate' and p.until > now() - make_interval(mins => ${sql.raw(String(STALE_MINUTES))})))`;

/** The pauses that keep messages of a channel waiting. */
const shut = (channel: SQL) => sql`channel_pauses p where ${isShut}
  and (p.provider = 'mailbox' or (p.provider = 'twilio') = (${channel} = 'sms'))`;

/** Why: of an address that must not be written to, `s`, what is known of it; else what is known of the latest message, `g`. */
export const deliveryErrorOf = sql`case s.reason when 'opted_out' then s.reason
  when 'bounced' then coalesce(s.detail, g.error) else g.error end`;

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

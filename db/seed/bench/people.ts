import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { draw, idOf, n, series, texts } from "./rows";
import type { Size } from "./size";

const FIRST =
  "Anna,Ben,Carla,David,Elena,Frank,Grace,Hugo,Ines,Jonas,Kim,Laura,Marco,Nina,Oscar,Paula,Quentin,Rosa,Samuel,Tara,Ulrich,Vera,Walter,Xenia,Yusuf,Zara,Amir,Bianca,Cyrus,Dalia,Emil,Farah,Goran,Helga,Ivan,Jasmin,Karl,Lena,José,Zoë".split(
    ",",
  );
const PLAIN = FIRST.map((name) => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase());
const HEAD = "ber,han,kel,lin,mar,nor,ols,pet,rei,sal,tor,val,wes,bra,cor,dun,fal,gil,har,jen".split(",");
const MIDDLE = "a,e,i,o,an,en,in,on,ar,er,ir,or,el,al,il,ol,and,ing,ett,ack".split(",");
const TAIL = "berg,sen,son,mann,ley,ford,ton,stein,dale,wood,field,ski,vic,ez,ini,are,ow,us,by,meyer".split(
  ",",
);
const TRADES = "foods,systems,partners,logistics,capital,studio,works,energy,health,legal".split(",");

/** One of 8,000 last names; low numbers are the common ones. */
const lastName = (k: ReturnType<typeof draw>) =>
  sql`((${texts(HEAD)})[1 + ${k} % 20] || (${texts(MIDDLE)})[1 + ${k} / 20 % 20] || (${texts(TAIL)})[1 + ${k} / 400 % 20])`;

/**
 * Writes the contacts: 15 % by phone only, 5 % with accents, 2 % with very long names, a few common
 * last names and many rare ones; about 60 % have joined and have accounts.
 */
export async function writePeople(tx: Database, orgId: string, size: Size): Promise<void> {
  await tx.execute(sql`
    create temporary table seeded on commit drop as
    select t.n, i.id, i.user_id, i.is_internal, f.first, f.plain, l.last, c.company,
      case when i.is_internal or ${draw(n, 4)} >= 0.15 then
        case when t.n = 1 then 'admin@bench.example' when i.is_internal then f.plain || t.n || '@bench.example'
          else f.plain || '.' || l.last || t.n || '@' || replace(c.company, ' ', '-') || '.example' end end as email,
      case when not i.is_internal and (${draw(n, 4)} < 0.15 or ${draw(n, 5)} < 0.3)
        then '+1' || (2010000000 + t.n)::text end as phone,
      case when t.n = 1 then 'joined' when t.n > ${size.contacts - size.openInvitations} then 'invited'
        when ${draw(n, 6)} < 0.76 or i.is_internal then 'joined' when ${draw(n, 6)} < 0.97 then 'quiet' else 'deactivated'
      end as state,
      date_trunc('day', now()) - make_interval(secs => (${draw(n, 3)} * 94608000)::int) as added
    from ${series(1, size.contacts)}
    cross join lateral (select ${idOf("contact", n)} as id, ${idOf("user", n)} as user_id, t.n <= ${size.internals} as is_internal) i
    cross join lateral (select floor(${draw(n, 0)} * 40)::int as k) fk
    cross join lateral (select (${texts(FIRST)})[1 + fk.k] as first, (${texts(PLAIN)})[1 + fk.k] as plain) f
    cross join lateral (select floor(8000 * power(${draw(n, 1)}, 3))::int as k) lk
    cross join lateral (select ${lastName(sql`lk.k`)} || case when ${draw(n, 2)} < 0.02
      then '-' || ${lastName(sql`(lk.k * 7 + 11)`)} || '-' || ${lastName(sql`(lk.k * 13 + 5)`)} else '' end as last) l
    cross join lateral (select floor(20000 * power(${draw(n, 2)}, 2))::int as k) ck
    cross join lateral (select ${lastName(sql`(ck.k % 8000)`)} || ' ' || (${texts(TRADES)})[1 + ck.k / 2000] as company) c`);
  await tx.execute(sql`analyze seeded`);
  await tx.execute(sql`
    insert into users (id, name)
    select user_id, first || ' ' || initcap(last) from seeded where state = 'joined'`);
  await tx.execute(sql`
    insert into user_addresses (address, kind, user_id, verified_at)
    select coalesce(email, phone), case when email is null then 'phone' else 'email' end, user_id, now()
    from seeded where state = 'joined'`);
  await tx.execute(sql`
    insert into contacts (org_id, id, kind, is_admin, name, email, phone, company, company_key, sort_key, user_id,
      joined_at, invited_at, deactivated_at, created_at)
    select ${orgId}, id, case when is_internal then 'internal' else 'client' end, is_internal and n <= 20,
      first || ' ' || initcap(last), email, phone, case when not is_internal then initcap(company) end,
      case when not is_internal then company end, plain || ' ' || last,
      case when state = 'joined' then user_id end, case when state = 'joined' then added + interval '1 hour' end,
      case when state in ('joined', 'invited') then added end, case when state = 'deactivated' then now() end, added
    from seeded order by plain, last, n`);
}

/** Client groups of up to 500 people and teams of twelve, each with two managers. */
export async function writeGroups(tx: Database, orgId: string, size: Size): Promise<void> {
  const clients = size.contacts - size.internals;
  await tx.execute(sql`
    insert into groups (org_id, id, kind, name, sort_key)
    select ${orgId}, ${idOf("group", n)}, case when t.n <= ${size.teams} then 'team' else 'client_group' end,
      'Group ' || t.n, 'group ' || t.n
    from ${series(1, size.teams + size.groups)}`);
  await tx.execute(sql`
    insert into group_members (org_id, group_id, contact_id)
    select distinct ${orgId}::uuid, ${idOf("group", n)}, ${idOf(
      "contact",
      sql`case when t.n <= ${size.teams} then 1 + (t.n * 12 + p) % ${size.internals}::bigint
        else ${size.internals}::bigint + 1 + (t.n * 7919 + p) % ${clients}::bigint end`,
    )}
    from ${series(1, size.teams + size.groups)}, lateral generate_series(1, case when t.n <= ${size.teams} then 12
      when t.n % 20 = 0 then 500 else 25 end) as p`);
  await tx.execute(sql`
    insert into group_managers (org_id, group_id, contact_id)
    select distinct ${orgId}::uuid, ${idOf("group", n)}, ${idOf("contact", sql`(1 + (t.n * 3 + p) % ${size.internals}::bigint)`)}
    from ${series(1, size.teams + size.groups)}, generate_series(0, 1) as p`);
}

import type { Database } from "@/db/client";
import { selectNow } from "@/db/queries/clock";
import { type KeyRing, newestKey } from "@/lib/domain/token";
import { castOf, writeUsers } from "./cast";
import { clients } from "./clients";
import { storyClock } from "./clock";
import { groups, type SeedGroup } from "./groups";
import { harborStaff, pierAcquisition } from "./harbor";
import { northwindStories } from "./northwind";
import { claimOrganization, writePeople, writeStories, writeTemplates } from "./organization";
import { staff } from "./staff";
import type { Person, Story } from "./story";
import { type SeedTemplate, templates } from "./templates";

type Demo = {
  slug: string;
  name: string;
  people: Record<string, Person>;
  groups: SeedGroup<string>[];
  stories: Story<string>[];
  templates: SeedTemplate<string>[];
};

const northwind: Demo = {
  slug: "northwind",
  name: "Northwind Advisory",
  people: { ...staff, ...clients },
  groups,
  stories: northwindStories,
  templates,
};

const harbor: Demo = {
  slug: "harbor",
  name: "Harbor & Finch",
  people: harborStaff,
  groups: [],
  stories: [pierAcquisition],
  templates: [],
};

/** Who can sign in to try each side of the portal. */
const demoPeople = [
  { address: "admin@northwind.example", who: `${staff.admin.name}, an admin` },
  {
    address: "internal@northwind.example",
    who: `${staff.internal.name}, an internal user without admin rights`,
  },
  { address: "client@acme.example", who: `${clients.priya.name}, a client` },
];

/**
 * Fills the database with Northwind Advisory and its neighbour Harbor & Finch, in one transaction; sends nothing
 * now, though one message waits for hours to be tried again and reminders go out from the next day on. Where the slug `northwind` is taken it changes nothing. Answers who can sign in.
 */
export async function seedDemo(db: Database, keys: KeyRing): Promise<{ address: string; who: string }[]> {
  await db.transaction(async (tx) => {
    if (await seed(tx, keys, northwind)) await seed(tx, keys, harbor);
  });
  return demoPeople;
}

async function seed(tx: Database, keys: KeyRing, demo: Demo): Promise<boolean> {
  const clock = storyClock(await selectNow(tx), "America/New_York");
  const createdAt = clock.at("46d");
  const org = await claimOrganization(tx, { slug: demo.slug, name: demo.name, createdAt });
  if (!org) return false;
  const cast = castOf(demo.people, demo.stories, clock);
  const users = await writeUsers(tx, [...cast.values()]);
  const groupIds = await writePeople(tx, org.id, { cast, users, groups: demo.groups, createdAt });
  await writeTemplates(tx, org.id, { cast, templates: demo.templates, createdAt });
  await writeStories(tx, { org, keyId: newestKey(keys), clock, cast, groups: groupIds }, demo.stories);
  return true;
}

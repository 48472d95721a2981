import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { tick, toWhom } from "@/tests/reminding";
import { setScene } from "@/tests/scene";
import { inWorld, useDatabase } from "@/tests/world";
import { UpdateContact, updateContact } from "./contact-details";

await useDatabase();

test(
  "reminders go by the time zone in a client's details, and by the organization's when there is none",
  inWorld(async (world) => {
    const { kim } = await setScene(world);
    await world.db.execute(sql`update organizations set time_zone = 'Asia/Tokyo' where id = ${world.orgId}`);
    const noel = await world.inOrganization("noel");
    await world.pass("3 days");
    for (const timeZone of ["America/Los_Angeles", ""]) {
      const zones = new Set<string>();
      const daytime = (now: Date, zone = "") => {
        zones.add(zone);
        return new Date(now.getTime() + 3_600_000);
      };
      const typed = { contact: kim, name: "Kim Lee", email: "kim@acme.com", timeZone };
      await updateContact(noel, UpdateContact.parse(typed));
      expect(toWhom(await tick(world, { daytime }))).toEqual([]);
      expect(zones.has("America/Los_Angeles")).toBe(timeZone !== "");
      expect(zones.has("Asia/Tokyo")).toBe(true);
      await world.pass("2 hours");
    }
  }),
);

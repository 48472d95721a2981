import account from "@/messages/sentences/de/account.json";
import actions from "@/messages/sentences/de/actions.json";
import contacts from "@/messages/sentences/de/contacts.json";
import delivery from "@/messages/sentences/de/delivery.json";
import flow from "@/messages/sentences/de/flow.json";
import groups from "@/messages/sentences/de/groups.json";
import invite from "@/messages/sentences/de/invite.json";
import links from "@/messages/sentences/de/links.json";
import people from "@/messages/sentences/de/people.json";
import public_ from "@/messages/sentences/de/public.json";
import settings from "@/messages/sentences/de/settings.json";
import templates from "@/messages/sentences/de/templates.json";
import wizard from "@/messages/sentences/de/wizard.json";

/** German for the sentences of the domain, by the English ones. */
export const sentencesDe: Record<string, string> = {
  ...account,
  ...actions,
  ...contacts,
  ...delivery,
  ...flow,
  ...groups,
  ...invite,
  ...links,
  ...people,
  ...public_,
  ...settings,
  ...templates,
  ...wizard,
};

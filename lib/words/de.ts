import account from "@/messages/screens/de/account.json";
import broken from "@/messages/screens/de/broken.json";
import contacts from "@/messages/screens/de/contacts.json";
import delivery from "@/messages/screens/de/delivery.json";
import flow from "@/messages/screens/de/flow.json";
import frame from "@/messages/screens/de/frame.json";
import groups from "@/messages/screens/de/groups.json";
import installation from "@/messages/screens/de/installation.json";
import invitations from "@/messages/screens/de/invitations.json";
import invite from "@/messages/screens/de/invite.json";
import links from "@/messages/screens/de/links.json";
import members from "@/messages/screens/de/members.json";
import outbox from "@/messages/screens/de/outbox.json";
import settings from "@/messages/screens/de/settings.json";
import shell from "@/messages/screens/de/shell.json";
import templates from "@/messages/screens/de/templates.json";
import timeline from "@/messages/screens/de/timeline.json";
import ui from "@/messages/screens/de/ui.json";
import wizard from "@/messages/screens/de/wizard.json";
import workspace from "@/messages/screens/de/workspace.json";

/** The words of the screens in German, by room. */
export const de = {
  account,
  broken,
  contacts,
  delivery,
  flow,
  frame,
  groups,
  installation,
  invitations,
  invite,
  links,
  members,
  outbox,
  settings,
  shell,
  templates,
  timeline,
  ui,
  wizard,
  workspace,
};

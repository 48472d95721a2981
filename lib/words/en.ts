import account from "@/messages/screens/en/account.json";
import broken from "@/messages/screens/en/broken.json";
import contacts from "@/messages/screens/en/contacts.json";
import delivery from "@/messages/screens/en/delivery.json";
import flow from "@/messages/screens/en/flow.json";
import frame from "@/messages/screens/en/frame.json";
import groups from "@/messages/screens/en/groups.json";
import installation from "@/messages/screens/en/installation.json";
import invitations from "@/messages/screens/en/invitations.json";
import invite from "@/messages/screens/en/invite.json";
import links from "@/messages/screens/en/links.json";
import members from "@/messages/screens/en/members.json";
import outbox from "@/messages/screens/en/outbox.json";
import settings from "@/messages/screens/en/settings.json";
import shell from "@/messages/screens/en/shell.json";
import templates from "@/messages/screens/en/templates.json";
import timeline from "@/messages/screens/en/timeline.json";
import ui from "@/messages/screens/en/ui.json";
import wizard from "@/messages/screens/en/wizard.json";
import workspace from "@/messages/screens/en/workspace.json";

/** The words of the screens in English, which says which words there are, by room. */
export const en = {
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

export type Screens = typeof en;

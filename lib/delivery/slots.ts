import { catalogueIn, fillWords } from "@/lib/catalogue";
import { displayAddress } from "@/lib/domain/address";
import type { MessageKind } from "@/lib/domain/messages";
import { codeDigits, makeToken, referenceOf } from "@/lib/domain/token";
import type { Slots } from "./fill";
import { linkOf } from "./invitation-links";
import { type Setting, type StoredMessage, Values } from "./stored-message";
import { dayWords, momentWords } from "./time-words";

function invitationSlots(message: StoredMessage, v: Values, setting: Setting): Slots {
  const organizationName = v.text("organizationName");
  const workspaceName = v.optional("workspaceName");
  const words = catalogueIn(message.language);
  const { joinWorkspace, joinOrganization } = words.invitation;
  return {
    organizationName,
    workspaceName,
    place: workspaceName ?? organizationName,
    button: workspaceName === null ? fillWords(joinOrganization, { organizationName }) : joinWorkspace,
    inviterName: v.text("inviterName"),
    inviterAddress: displayAddress(v.text("inviterAddress")),
    roleName: v.optional("roleName"),
    firstAction: v.optional("firstAction"),
    note: v.optional("note"),
    expires: momentWords(v.text("expiresAt"), words.moments),
    day: dayWords(v.text("expiresAt").slice(0, 10), words.moments),
    link: linkOf(message, v, setting, "invite"),
    stopLink: linkOf(message, v, setting, "stop"),
    reference: referenceOf(message.subjectId),
  };
}

/** "Reminder:" from the third message on. */
const reminderSlots = (message: StoredMessage, v: Values, setting: Setting): Slots => ({
  ...invitationSlots(message, v, setting),
  again: v.number("sends") > 2 ? catalogueIn(message.language).invitation_reminder.again : null,
});

function expiringSlots({ language }: StoredMessage, v: Values, { appUrl }: Setting): Slots {
  const words = catalogueIn(language);
  const place = v.optional("workspaceName") ?? v.text("organizationName");
  const count = v.number("count");
  const { one, many } = words.invitations_expiring;
  return {
    organizationName: v.text("organizationName"),
    which:
      count === 1
        ? fillWords(one, { personName: v.text("personName"), place })
        : fillWords(many, { count: String(count), place }),
    day: dayWords(v.text("expiresOn"), words.moments),
    link: `${appUrl}${v.text("path")}`,
  };
}

function joinedSlots({ language }: StoredMessage, v: Values, { appUrl }: Setting): Slots {
  const { one, many } = catalogueIn(language).people_joined;
  const count = v.number("count");
  return {
    organizationName: v.text("organizationName"),
    people: fillWords(count === 1 ? one : many, { count: String(count) }),
    list: v.text("list"),
    link: `${appUrl}${v.text("path")}`,
  };
}

const addedSlots = (message: StoredMessage, v: Values, { appUrl }: Setting): Slots => ({
  organizationName: v.text("organizationName"),
  workspaceName: v.text("workspaceName"),
  adderName: v.text("adderName"),
  adderAddress: displayAddress(v.text("adderAddress")),
  roleName: v.optional("roleName"),
  firstAction: v.optional("firstAction"),
  link: `${appUrl}${v.text("path")}`,
  reference: referenceOf(message.id),
});

function codeSlots(message: StoredMessage, v: Values, { appUrl, keys }: Setting): Slots {
  const [keyId, codeId] = [v.number("keyId"), v.text("codeId")];
  const withLink = message.channel === "email" && message.values.withLink === true;
  return {
    code: codeDigits(keys, keyId, codeId),
    host: new URL(appUrl).host,
    link: withLink
      ? `${appUrl}/sign-in/link/${makeToken(keys, keyId, "sign-in", { organization: 0, id: codeId }, 1)}`
      : null,
  };
}

function addressCodeSlots(message: StoredMessage, v: Values, setting: Setting): Slots {
  const { code = null, host = null } = codeSlots(message, v, setting);
  const personAddress = displayAddress(v.text("personAddress"));
  return { code, host, personName: v.text("personName"), personAddress };
}

const noticeSlots = (_: StoredMessage, v: Values, { appUrl }: Setting): Slots => ({
  organizationName: v.text("organizationName"),
  place: v.optional("workspaceName") ?? v.text("organizationName"),
  personName: v.text("personName"),
  link: `${appUrl}${v.text("path")}`,
});

const otherAccountSlots = (message: StoredMessage, v: Values, setting: Setting): Slots => ({
  ...noticeSlots(message, v, setting),
  otherName: v.text("otherName"),
  otherAddress: displayAddress(v.text("otherAddress")),
});

/** Messages of version 1 know of no role. */
const requestSlots = ({ templateVersion }: StoredMessage, v: Values, { appUrl }: Setting): Slots => ({
  organizationName: v.text("organizationName"),
  workspaceName: v.text("workspaceName"),
  requesterName: v.text("requesterName"),
  colleague: displayAddress(v.text("address")),
  roleName: templateVersion === 1 ? null : v.optional("roleName"),
  link: `${appUrl}${v.text("path")}`,
});

const receivedSlots = (message: StoredMessage, v: Values, setting: Setting): Slots => ({
  ...noticeSlots(message, v, setting),
  personAddress: displayAddress(v.text("personAddress")),
});

const approvedSlots = (_: StoredMessage, v: Values, { appUrl }: Setting): Slots => ({
  organizationName: v.text("organizationName"),
  place: v.optional("workspaceName") ?? v.text("organizationName"),
  roleName: v.optional("roleName"),
  link: `${appUrl}${v.text("path")}`,
});

const declinedSlots = (_: StoredMessage, v: Values): Slots => ({
  organizationName: v.text("organizationName"),
  place: v.optional("workspaceName") ?? v.text("organizationName"),
  reason: v.optional("reason"),
});

const readySlots = ({ language }: StoredMessage, v: Values, { appUrl }: Setting): Slots => ({
  organizationName: v.text("organizationName"),
  workspaceName: v.text("workspaceName"),
  roleName: v.text("roleName"),
  actionTitle: v.optional("actionTitle") ?? catalogueIn(language).action_ready.untitled,
  more:
    v.number("more") > 0
      ? fillWords(catalogueIn(language).action_ready.more, { count: String(v.number("more")) })
      : null,
  link: `${appUrl}${v.text("path")}`,
});

const actionDeclinedSlots = ({ language }: StoredMessage, v: Values, { appUrl }: Setting): Slots => ({
  organizationName: v.text("organizationName"),
  workspaceName: v.text("workspaceName"),
  personName: v.text("personName"),
  actionTitle: v.optional("actionTitle") ?? catalogueIn(language).action_declined.untitled,
  reason: v.optional("reason"),
  link: `${appUrl}${v.text("path")}`,
});

const testSlots = (_: StoredMessage, v: Values, { appUrl }: Setting): Slots => ({
  organizationName: v.text("organizationName"),
  personName: v.text("personName"),
  link: `${appUrl}${v.text("path")}`,
});

const makers: Record<MessageKind, (message: StoredMessage, v: Values, setting: Setting) => Slots> = {
  invitation: invitationSlots,
  invitation_reminder: reminderSlots,
  invitations_expiring: expiringSlots,
  person_joined: noticeSlots,
  people_joined: joinedSlots,
  workspace_added: addedSlots,
  sign_in_code: codeSlots,
  address_code: addressCodeSlots,
  link_requested: noticeSlots,
  invitation_declined: noticeSlots,
  other_account_asked: otherAccountSlots,
  internal_requested: requestSlots,
  request_received: receivedSlots,
  request_approved: approvedSlots,
  request_declined: declinedSlots,
  action_ready: readySlots,
  action_declined: actionDeclinedSlots,
  test_message: testSlots,
};

const isKind = (kind: string): kind is MessageKind => Object.hasOwn(makers, kind);

/** Everything a template can say about a message. Throws when the message lacks what its kind needs. */
export function slotsOf(message: StoredMessage, setting: Setting): Slots {
  if (!isKind(message.kind)) throw new Error(`There are no messages of kind "${message.kind}".`);
  const slots = makers[message.kind](message, new Values(message.values), setting);
  slots.address = displayAddress(message.address);
  if (message.channel === "sms") slots.reference = referenceOf(message.id);
  return slots;
}

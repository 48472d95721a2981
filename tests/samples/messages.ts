import type { StoredMessage } from "@/lib/delivery/stored-message";
import { type MessageKind, type MessageValues, templateVersions } from "@/lib/domain/messages";
import { keyRing, newestKey } from "@/lib/domain/token";

export const sampleSetting = {
  appUrl: "https://portal.northwind.example",
  keys: keyRing("a secret for samples, thirty-two characters and more"),
};

const keyId = newestKey(sampleSetting.keys);
const place = { organizationName: "Northwind Advisory", workspaceName: "Acme Corp onboarding" };
const path = "/northwind/w/0193b1a0-0000-7000-8000-00000000000a";

const invitation = {
  ...place,
  keyId,
  organization: 1,
  generation: 1,
  inviterName: "Ada Lovelace",
  inviterAddress: "ada@northwind.example",
  roleName: "Client signatory",
  firstAction: "Upload incorporation documents",
  note: "Hi Priya,\ntwo quick documents and we are set.",
  expiresAt: "2026-11-29T14:05:00.000Z",
};

/** One message of each kind, with everything that is optional. */
export const sampleValues: MessageValues = {
  invitation,
  invitation_reminder: { ...invitation, sends: 3 },
  invitations_expiring: { ...place, count: 3, personName: "Priya Shah", expiresOn: "2026-11-29", path },
  person_joined: { ...place, personName: "Priya Shah", path },
  people_joined: {
    organizationName: place.organizationName,
    count: 2,
    list: "Priya Shah joined Acme Corp onboarding\nLee Park joined Northwind Advisory",
    path,
  },
  workspace_added: {
    ...place,
    adderName: "Ada Lovelace",
    adderAddress: "ada@northwind.example",
    roleName: "Client signatory",
    firstAction: "Upload incorporation documents",
    path,
  },
  sign_in_code: { keyId, codeId: "0193b1a0-0000-7000-8000-00000000000b", withLink: true },
  address_code: {
    keyId,
    codeId: "0193b1a0-0000-7000-8000-00000000000b",
    personName: "Priya Shah",
    personAddress: "+14155550134",
  },
  link_requested: { ...place, personName: "Priya Shah", path },
  invitation_declined: { ...place, personName: "Priya Shah", path },
  other_account_asked: {
    ...place,
    personName: "Priya Shah",
    otherName: "Priya S.",
    otherAddress: "priya@home.example",
    path,
  },
  internal_requested: {
    ...place,
    requesterName: "Ines Ortiz",
    address: "noel@northwind.example",
    roleName: "Account lead",
    path,
  },
  request_received: { ...place, personName: "Lee Park", personAddress: "lee@acme.example", path },
  request_approved: { ...place, roleName: "Client signatory", path },
  request_declined: { ...place, reason: "Hello Lee,\nplease ask with your address at work." },
  action_ready: {
    ...place,
    roleName: "Client signatory",
    actionTitle: "Upload incorporation documents",
    more: 1,
    path: `${path}#next`,
  },
  test_message: {
    organizationName: "Northwind Advisory",
    personName: "Ada Lovelace",
    path: "/northwind/settings/delivery",
  },
  action_declined: {
    ...place,
    personName: "Priya Shah",
    actionTitle: "Approve scope",
    reason: "The fee is not what we agreed.\nSee the letter of May.",
    path,
  },
};

export const kinds = Object.keys(sampleValues) as MessageKind[];

/** The sample of a kind as the outbox holds it, with changes. */
export function sample(kind: MessageKind, { values, ...rest }: Partial<StoredMessage> = {}): StoredMessage {
  return {
    orgId: "0193b1a0-0000-7000-8000-000000000001",
    id: "0193b1a0-0000-7000-8000-000000000002",
    kind,
    channel: "email",
    address: "priya@acme.example",
    subjectId: "0193b1a0-0000-7000-8000-00000000c0de",
    templateVersion: templateVersions[kind],
    language: "en",
    ...rest,
    values: { ...sampleValues[kind], ...values },
  };
}

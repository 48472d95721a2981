// Written by `npm run templates`.
import type { CompiledTemplate } from "../markup";
import actionDeclinedV1De from "./action_declined.v1.de.json";
import actionDeclinedV1En from "./action_declined.v1.en.json";
import actionReadyV1De from "./action_ready.v1.de.json";
import actionReadyV1En from "./action_ready.v1.en.json";
import addressCodeV1De from "./address_code.v1.de.json";
import addressCodeV1En from "./address_code.v1.en.json";
import internalRequestedV1En from "./internal_requested.v1.en.json";
import internalRequestedV2De from "./internal_requested.v2.de.json";
import internalRequestedV2En from "./internal_requested.v2.en.json";
import invitationV1De from "./invitation.v1.de.json";
import invitationV1En from "./invitation.v1.en.json";
import invitationV2De from "./invitation.v2.de.json";
import invitationV2En from "./invitation.v2.en.json";
import invitationV3De from "./invitation.v3.de.json";
import invitationV3En from "./invitation.v3.en.json";
import invitationDeclinedV1De from "./invitation_declined.v1.de.json";
import invitationDeclinedV1En from "./invitation_declined.v1.en.json";
import invitationReminderV1De from "./invitation_reminder.v1.de.json";
import invitationReminderV1En from "./invitation_reminder.v1.en.json";
import invitationReminderV2De from "./invitation_reminder.v2.de.json";
import invitationReminderV2En from "./invitation_reminder.v2.en.json";
import invitationsExpiringV1De from "./invitations_expiring.v1.de.json";
import invitationsExpiringV1En from "./invitations_expiring.v1.en.json";
import linkRequestedV1De from "./link_requested.v1.de.json";
import linkRequestedV1En from "./link_requested.v1.en.json";
import otherAccountAskedV1De from "./other_account_asked.v1.de.json";
import otherAccountAskedV1En from "./other_account_asked.v1.en.json";
import peopleJoinedV1De from "./people_joined.v1.de.json";
import peopleJoinedV1En from "./people_joined.v1.en.json";
import peopleJoinedV2De from "./people_joined.v2.de.json";
import peopleJoinedV2En from "./people_joined.v2.en.json";
import personJoinedV1De from "./person_joined.v1.de.json";
import personJoinedV1En from "./person_joined.v1.en.json";
import personJoinedV2De from "./person_joined.v2.de.json";
import personJoinedV2En from "./person_joined.v2.en.json";
import requestApprovedV1De from "./request_approved.v1.de.json";
import requestApprovedV1En from "./request_approved.v1.en.json";
import requestDeclinedV1De from "./request_declined.v1.de.json";
import requestDeclinedV1En from "./request_declined.v1.en.json";
import requestReceivedV1De from "./request_received.v1.de.json";
import requestReceivedV1En from "./request_received.v1.en.json";
import signInCodeV1De from "./sign_in_code.v1.de.json";
import signInCodeV1En from "./sign_in_code.v1.en.json";
import testMessageV1De from "./test_message.v1.de.json";
import testMessageV1En from "./test_message.v1.en.json";
import workspaceAddedV1De from "./workspace_added.v1.de.json";
import workspaceAddedV1En from "./workspace_added.v1.en.json";
import workspaceAddedV2De from "./workspace_added.v2.de.json";
import workspaceAddedV2En from "./workspace_added.v2.en.json";

/** Every version of every message, in every language there is of it. */
export const compiled: CompiledTemplate[] = [
  actionDeclinedV1De,
  actionDeclinedV1En,
  actionReadyV1De,
  actionReadyV1En,
  addressCodeV1De,
  addressCodeV1En,
  internalRequestedV1En,
  internalRequestedV2De,
  internalRequestedV2En,
  invitationV1De,
  invitationV1En,
  invitationV2De,
  invitationV2En,
  invitationV3De,
  invitationV3En,
  invitationDeclinedV1De,
  invitationDeclinedV1En,
  invitationReminderV1De,
  invitationReminderV1En,
  invitationReminderV2De,
  invitationReminderV2En,
  invitationsExpiringV1De,
  invitationsExpiringV1En,
  linkRequestedV1De,
  linkRequestedV1En,
  otherAccountAskedV1De,
  otherAccountAskedV1En,
  peopleJoinedV1De,
  peopleJoinedV1En,
  peopleJoinedV2De,
  peopleJoinedV2En,
  personJoinedV1De,
  personJoinedV1En,
  personJoinedV2De,
  personJoinedV2En,
  requestApprovedV1De,
  requestApprovedV1En,
  requestDeclinedV1De,
  requestDeclinedV1En,
  requestReceivedV1De,
  requestReceivedV1En,
  signInCodeV1De,
  signInCodeV1En,
  testMessageV1De,
  testMessageV1En,
  workspaceAddedV1De,
  workspaceAddedV1En,
  workspaceAddedV2De,
  workspaceAddedV2En,
];

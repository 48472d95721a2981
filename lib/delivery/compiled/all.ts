// Written by `npm run templates`.
import type { CompiledTemplate } from "../markup";
import actionDeclinedV1De from "./action_declined.v1.de.json";
import actionDeclinedV1En from "./action_declined.v1.en.json";
import actionDeclinedV2De from "./action_declined.v2.de.json";
import actionDeclinedV2En from "./action_declined.v2.en.json";
import actionDeclinedV3De from "./action_declined.v3.de.json";
import actionDeclinedV3En from "./action_declined.v3.en.json";
import actionReadyV1De from "./action_ready.v1.de.json";
import actionReadyV1En from "./action_ready.v1.en.json";
import actionReadyV2De from "./action_ready.v2.de.json";
import actionReadyV2En from "./action_ready.v2.en.json";
import actionReadyV3De from "./action_ready.v3.de.json";
import actionReadyV3En from "./action_ready.v3.en.json";
import addressCodeV1De from "./address_code.v1.de.json";
import addressCodeV1En from "./address_code.v1.en.json";
import addressCodeV2De from "./address_code.v2.de.json";
import addressCodeV2En from "./address_code.v2.en.json";
import addressCodeV3De from "./address_code.v3.de.json";
import addressCodeV3En from "./address_code.v3.en.json";
import internalRequestedV1En from "./internal_requested.v1.en.json";
import internalRequestedV2De from "./internal_requested.v2.de.json";
import internalRequestedV2En from "./internal_requested.v2.en.json";
import internalRequestedV3De from "./internal_requested.v3.de.json";
import internalRequestedV3En from "./internal_requested.v3.en.json";
import internalRequestedV4De from "./internal_requested.v4.de.json";
import internalRequestedV4En from "./internal_requested.v4.en.json";
import invitationV1De from "./invitation.v1.de.json";
import invitationV1En from "./invitation.v1.en.json";
import invitationV2De from "./invitation.v2.de.json";
import invitationV2En from "./invitation.v2.en.json";
import invitationV3De from "./invitation.v3.de.json";
import invitationV3En from "./invitation.v3.en.json";
import invitationV4De from "./invitation.v4.de.json";
import invitationV4En from "./invitation.v4.en.json";
import invitationV5De from "./invitation.v5.de.json";
import invitationV5En from "./invitation.v5.en.json";
import invitationV6De from "./invitation.v6.de.json";
import invitationV6En from "./invitation.v6.en.json";
import invitationDeclinedV1De from "./invitation_declined.v1.de.json";
import invitationDeclinedV1En from "./invitation_declined.v1.en.json";
import invitationDeclinedV2De from "./invitation_declined.v2.de.json";
import invitationDeclinedV2En from "./invitation_declined.v2.en.json";
import invitationDeclinedV3De from "./invitation_declined.v3.de.json";
import invitationDeclinedV3En from "./invitation_declined.v3.en.json";
import invitationReminderV1De from "./invitation_reminder.v1.de.json";
import invitationReminderV1En from "./invitation_reminder.v1.en.json";
import invitationReminderV2De from "./invitation_reminder.v2.de.json";
import invitationReminderV2En from "./invitation_reminder.v2.en.json";
import invitationReminderV3De from "./invitation_reminder.v3.de.json";
import invitationReminderV3En from "./invitation_reminder.v3.en.json";
import invitationReminderV4De from "./invitation_reminder.v4.de.json";
import invitationReminderV4En from "./invitation_reminder.v4.en.json";
import invitationReminderV5De from "./invitation_reminder.v5.de.json";
import invitationReminderV5En from "./invitation_reminder.v5.en.json";
import invitationsExpiringV1De from "./invitations_expiring.v1.de.json";
import invitationsExpiringV1En from "./invitations_expiring.v1.en.json";
import invitationsExpiringV2De from "./invitations_expiring.v2.de.json";
import invitationsExpiringV2En from "./invitations_expiring.v2.en.json";
import invitationsExpiringV3De from "./invitations_expiring.v3.de.json";
import invitationsExpiringV3En from "./invitations_expiring.v3.en.json";
import linkRequestedV1De from "./link_requested.v1.de.json";
import linkRequestedV1En from "./link_requested.v1.en.json";
import linkRequestedV2De from "./link_requested.v2.de.json";
import linkRequestedV2En from "./link_requested.v2.en.json";
import linkRequestedV3De from "./link_requested.v3.de.json";
import linkRequestedV3En from "./link_requested.v3.en.json";
import otherAccountAskedV1De from "./other_account_asked.v1.de.json";
import otherAccountAskedV1En from "./other_account_asked.v1.en.json";
import otherAccountAskedV2De from "./other_account_asked.v2.de.json";
import otherAccountAskedV2En from "./other_account_asked.v2.en.json";
import otherAccountAskedV3De from "./other_account_asked.v3.de.json";
import otherAccountAskedV3En from "./other_account_asked.v3.en.json";
import peopleJoinedV1De from "./people_joined.v1.de.json";
import peopleJoinedV1En from "./people_joined.v1.en.json";
import peopleJoinedV2De from "./people_joined.v2.de.json";
import peopleJoinedV2En from "./people_joined.v2.en.json";
import peopleJoinedV3De from "./people_joined.v3.de.json";
import peopleJoinedV3En from "./people_joined.v3.en.json";
import peopleJoinedV4De from "./people_joined.v4.de.json";
import peopleJoinedV4En from "./people_joined.v4.en.json";
import personJoinedV1De from "./person_joined.v1.de.json";
import personJoinedV1En from "./person_joined.v1.en.json";
import personJoinedV2De from "./person_joined.v2.de.json";
import personJoinedV2En from "./person_joined.v2.en.json";
import personJoinedV3De from "./person_joined.v3.de.json";
import personJoinedV3En from "./person_joined.v3.en.json";
import personJoinedV4De from "./person_joined.v4.de.json";
import personJoinedV4En from "./person_joined.v4.en.json";
import requestApprovedV1De from "./request_approved.v1.de.json";
import requestApprovedV1En from "./request_approved.v1.en.json";
import requestApprovedV2De from "./request_approved.v2.de.json";
import requestApprovedV2En from "./request_approved.v2.en.json";
import requestApprovedV3De from "./request_approved.v3.de.json";
import requestApprovedV3En from "./request_approved.v3.en.json";
import requestDeclinedV1De from "./request_declined.v1.de.json";
import requestDeclinedV1En from "./request_declined.v1.en.json";
import requestDeclinedV2De from "./request_declined.v2.de.json";
import requestDeclinedV2En from "./request_declined.v2.en.json";
import requestDeclinedV3De from "./request_declined.v3.de.json";
import requestDeclinedV3En from "./request_declined.v3.en.json";
import requestReceivedV1De from "./request_received.v1.de.json";
import requestReceivedV1En from "./request_received.v1.en.json";
import requestReceivedV2De from "./request_received.v2.de.json";
import requestReceivedV2En from "./request_received.v2.en.json";
import requestReceivedV3De from "./request_received.v3.de.json";
import requestReceivedV3En from "./request_received.v3.en.json";
import signInCodeV1De from "./sign_in_code.v1.de.json";
import signInCodeV1En from "./sign_in_code.v1.en.json";
import signInCodeV2De from "./sign_in_code.v2.de.json";
import signInCodeV2En from "./sign_in_code.v2.en.json";
import signInCodeV3De from "./sign_in_code.v3.de.json";
import signInCodeV3En from "./sign_in_code.v3.en.json";
import testMessageV1De from "./test_message.v1.de.json";
import testMessageV1En from "./test_message.v1.en.json";
import testMessageV2De from "./test_message.v2.de.json";
import testMessageV2En from "./test_message.v2.en.json";
import testMessageV3De from "./test_message.v3.de.json";
import testMessageV3En from "./test_message.v3.en.json";
import workspaceAddedV1De from "./workspace_added.v1.de.json";
import workspaceAddedV1En from "./workspace_added.v1.en.json";
import workspaceAddedV2De from "./workspace_added.v2.de.json";
import workspaceAddedV2En from "./workspace_added.v2.en.json";
import workspaceAddedV3De from "./workspace_added.v3.de.json";
import workspaceAddedV3En from "./workspace_added.v3.en.json";
import workspaceAddedV4De from "./workspace_added.v4.de.json";
import workspaceAddedV4En from "./workspace_added.v4.en.json";

/** Every version of every message, in every language there is of it. */
export const compiled: CompiledTemplate[] = [
  actionDeclinedV1De,
  actionDeclinedV1En,
  actionDeclinedV2De,
  actionDeclinedV2En,
  actionDeclinedV3De,
  actionDeclinedV3En,
  actionReadyV1De,
  actionReadyV1En,
  actionReadyV2De,
  actionReadyV2En,
  actionReadyV3De,
  actionReadyV3En,
  addressCodeV1De,
  addressCodeV1En,
  addressCodeV2De,
  addressCodeV2En,
  addressCodeV3De,
  addressCodeV3En,
  internalRequestedV1En,
  internalRequestedV2De,
  internalRequestedV2En,
  internalRequestedV3De,
  internalRequestedV3En,
  internalRequestedV4De,
  internalRequestedV4En,
  invitationV1De,
  invitationV1En,
  invitationV2De,
  invitationV2En,
  invitationV3De,
  invitationV3En,
  invitationV4De,
  invitationV4En,
  invitationV5De,
  invitationV5En,
  invitationV6De,
  invitationV6En,
  invitationDeclinedV1De,
  invitationDeclinedV1En,
  invitationDeclinedV2De,
  invitationDeclinedV2En,
  invitationDeclinedV3De,
  invitationDeclinedV3En,
  invitationReminderV1De,
  invitationReminderV1En,
  invitationReminderV2De,
  invitationReminderV2En,
  invitationReminderV3De,
  invitationReminderV3En,
  invitationReminderV4De,
  invitationReminderV4En,
  invitationReminderV5De,
  invitationReminderV5En,
  invitationsExpiringV1De,
  invitationsExpiringV1En,
  invitationsExpiringV2De,
  invitationsExpiringV2En,
  invitationsExpiringV3De,
  invitationsExpiringV3En,
  linkRequestedV1De,
  linkRequestedV1En,
  linkRequestedV2De,
  linkRequestedV2En,
  linkRequestedV3De,
  linkRequestedV3En,
  otherAccountAskedV1De,
  otherAccountAskedV1En,
  otherAccountAskedV2De,
  otherAccountAskedV2En,
  otherAccountAskedV3De,
  otherAccountAskedV3En,
  peopleJoinedV1De,
  peopleJoinedV1En,
  peopleJoinedV2De,
  peopleJoinedV2En,
  peopleJoinedV3De,
  peopleJoinedV3En,
  peopleJoinedV4De,
  peopleJoinedV4En,
  personJoinedV1De,
  personJoinedV1En,
  personJoinedV2De,
  personJoinedV2En,
  personJoinedV3De,
  personJoinedV3En,
  personJoinedV4De,
  personJoinedV4En,
  requestApprovedV1De,
  requestApprovedV1En,
  requestApprovedV2De,
  requestApprovedV2En,
  requestApprovedV3De,
  requestApprovedV3En,
  requestDeclinedV1De,
  requestDeclinedV1En,
  requestDeclinedV2De,
  requestDeclinedV2En,
  requestDeclinedV3De,
  requestDeclinedV3En,
  requestReceivedV1De,
  requestReceivedV1En,
  requestReceivedV2De,
  requestReceivedV2En,
  requestReceivedV3De,
  requestReceivedV3En,
  signInCodeV1De,
  signInCodeV1En,
  signInCodeV2De,
  signInCodeV2En,
  signInCodeV3De,
  signInCodeV3En,
  testMessageV1De,
  testMessageV1En,
  testMessageV2De,
  testMessageV2En,
  testMessageV3De,
  testMessageV3En,
  workspaceAddedV1De,
  workspaceAddedV1En,
  workspaceAddedV2De,
  workspaceAddedV2En,
  workspaceAddedV3De,
  workspaceAddedV3En,
  workspaceAddedV4De,
  workspaceAddedV4En,
];

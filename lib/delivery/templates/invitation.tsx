import { Action, Anchor, Line, Note, Prose, Rule, Sheet, Slot, type Template, Title, When } from "./template";

const preheader = "From ⟦inviterAddress⟧. The link works until ⟦expires⟧.";
const subject = "⟦inviterName⟧ invited you to ⟦place⟧";

/** What an invitation says, and each reminder of it. */
const content: Pick<Template, "preheader" | "body" | "text" | "sms"> = {
  preheader,
  body: (
    <Sheet preheader={preheader} sender={<Slot name="organizationName" />}>
      <Title>
        <Slot name="inviterName" /> invited you to <Slot name="place" />
      </Title>
      <Line>
        <Slot name="inviterName" /> (<Slot name="inviterAddress" />) at <Slot name="organizationName" /> asks
        you to join
        <When slot="workspaceName">
          {" "}
          the workspace <Slot name="workspaceName" />
        </When>
        <When slot="roleName">
          {" "}
          as <Slot name="roleName" />
        </When>
        .
      </Line>
      <When slot="note">
        <Line tone="muted">
          <Slot name="inviterName" /> wrote:
        </Line>
        <Note slot="note" />
      </When>
      <When slot="firstAction">
        <Line>
          Waiting for you: <Prose name="firstAction" />
        </Line>
      </When>
      <Action label={<Slot name="button" />} />
      <Rule />
      <Line tone="muted">
        The link works until <Slot name="expires" />. It was made for <Slot name="address" />; please do not
        pass it on. Reference <Slot name="reference" />.
      </Line>
      <Line tone="muted">
        You can ignore this message. <Anchor to="⟦stopLink⟧">I don't know this sender</Anchor> stops
        invitations from <Slot name="organizationName" />.
      </Line>
    </Sheet>
  ),
  text: `⟦inviterName⟧ invited you to ⟦place⟧

⟦inviterName⟧ (⟦inviterAddress⟧) at ⟦organizationName⟧ asks you to join⟦?workspaceName⟧ the workspace ⟦workspaceName⟧⟦/workspaceName⟧⟦?roleName⟧ as ⟦roleName⟧⟦/roleName⟧.
⟦?note⟧
⟦inviterName⟧ wrote:
⟦=note⟧
⟦/note⟧⟦?firstAction⟧
Waiting for you: ⟦~firstAction⟧
⟦/firstAction⟧
⟦button⟧:
⟦link⟧

The link works until ⟦expires⟧. It was made for ⟦address⟧; please do not pass it on. Reference ⟦reference⟧.

You can ignore this message. If you don't know this sender, stop invitations from ⟦organizationName⟧:
⟦stopLink⟧
`,
  sms: [
    "⟦inviterName⟧ (⟦organizationName⟧) invited you to ⟦place⟧: ⟦link⟧ Ref ⟦reference⟧",
    "⟦inviterName⟧ invited you to ⟦place⟧: ⟦link⟧ Ref ⟦reference⟧",
    "⟦inviterName⟧ (⟦organizationName⟧) invites you: ⟦link⟧ Ref ⟦reference⟧",
    "⟦inviterName⟧ invited you: ⟦link⟧ Ref ⟦reference⟧",
    "You are invited: ⟦link⟧ Ref ⟦reference⟧",
  ],
};

export const invitation: Template = { kind: "invitation", subject, ...content };

export const invitationReminder: Template = {
  kind: "invitation_reminder",
  subject: `⟦?again⟧⟦again⟧⟦/again⟧${subject}`,
  ...content,
};

import { Action, Line, Sheet, Slot, type Template, Title } from "./template";

const preheader = "No reason was asked for. Nothing more will be sent for this invitation.";

export const invitationDeclined: Template = {
  kind: "invitation_declined",
  subject: "⟦personName⟧ declined your invitation to ⟦place⟧",
  preheader,
  body: (
    <Sheet preheader={preheader} sender={<Slot name="organizationName" />}>
      <Title>
        <Slot name="personName" /> declined your invitation
      </Title>
      <Line>
        The invitation was to <Slot name="place" />. No reason was asked for, and nothing more will be sent
        for it. You can give the role to somebody else, or invite again later.
      </Line>
      <Action label="Open members" />
    </Sheet>
  ),
  text: `⟦personName⟧ declined your invitation to ⟦place⟧

No reason was asked for, and nothing more will be sent for it. You can give the role to somebody else, or invite again later.

Open members:
⟦link⟧
`,
  sms: [
    "⟦personName⟧ declined your invitation to ⟦place⟧: ⟦link⟧",
    "An invitation of yours was declined: ⟦link⟧",
  ],
};

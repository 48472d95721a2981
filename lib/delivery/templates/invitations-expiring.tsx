import { Action, Line, Sheet, Slot, type Template, Title } from "./template";

const preheader = "Whoever has not joined by then needs a new link.";

export const invitationsExpiring: Template = {
  kind: "invitations_expiring",
  subject: "⟦which⟧ on ⟦day⟧",
  preheader,
  body: (
    <Sheet preheader={preheader} sender={<Slot name="organizationName" />}>
      <Title>
        <Slot name="which" /> on <Slot name="day" />
      </Title>
      <Line>
        Whoever has not joined by then cannot use the link any more. Resend the invitation to give them more
        time.
      </Line>
      <Action label="See who has not joined" />
    </Sheet>
  ),
  text: `⟦which⟧ on ⟦day⟧

Whoever has not joined by then cannot use the link any more. Resend the invitation to give them more time.

See who has not joined:
⟦link⟧
`,
  sms: ["⟦which⟧ on ⟦day⟧: ⟦link⟧", "Invitations of yours expire on ⟦day⟧: ⟦link⟧"],
};

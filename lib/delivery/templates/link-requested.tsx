import { Action, Line, Sheet, Slot, type Template, Title } from "./template";

const preheader = "A new link went to the invited address. You need not do anything.";

export const linkRequested: Template = {
  kind: "link_requested",
  subject: "⟦personName⟧ asked for a new link to ⟦place⟧",
  preheader,
  body: (
    <Sheet preheader={preheader} sender={<Slot name="organizationName" />}>
      <Title>
        <Slot name="personName" /> asked for a new link
      </Title>
      <Line>
        The link in an earlier invitation to <Slot name="place" /> no longer worked, so a new one went to the
        address you invited. You need not do anything.
      </Line>
      <Action label="Open members" />
    </Sheet>
  ),
  text: `⟦personName⟧ asked for a new link to ⟦place⟧

The link in an earlier invitation no longer worked, so a new one went to the address you invited. You need not do anything.

Open members:
⟦link⟧
`,
  sms: [
    "⟦personName⟧ asked for a new link to ⟦place⟧ and got it: ⟦link⟧",
    "Somebody you invited got a new link: ⟦link⟧",
  ],
};

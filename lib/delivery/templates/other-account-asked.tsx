import { Action, Line, Sheet, Slot, type Template, Title } from "./template";

const preheader = "They opened your invitation while signed in with another address.";

export const otherAccountAsked: Template = {
  kind: "other_account_asked",
  subject: "Somebody asks to be invited to ⟦place⟧ with another address",
  preheader,
  body: (
    <Sheet preheader={preheader} sender={<Slot name="organizationName" />}>
      <Title>Somebody asks to be invited with another address</Title>
      <Line>
        You invited <Slot name="personName" /> to <Slot name="place" />. Somebody opened that invitation while
        signed in as <Slot name="otherName" /> (<Slot name="otherAddress" />) and asks you to invite that
        address instead. Nobody was given access. If you know both to be the same person, change the address
        in the members panel.
      </Line>
      <Action label="Open members" />
    </Sheet>
  ),
  text: `Somebody asks to be invited to ⟦place⟧ with another address

You invited ⟦personName⟧. Somebody opened that invitation while signed in as ⟦otherName⟧ (⟦otherAddress⟧) and asks you to invite that address instead. Nobody was given access. If you know both to be the same person, change the address in the members panel.

Open members:
⟦link⟧
`,
  sms: [
    "⟦otherName⟧ (⟦otherAddress⟧) asks to be invited to ⟦place⟧ instead of ⟦personName⟧: ⟦link⟧",
    "⟦otherName⟧ asks to be invited with another address: ⟦link⟧",
    "Somebody asks to be invited with another address: ⟦link⟧",
  ],
};

import { Action, Line, Sheet, Slot, type Template, Title } from "./template";

const preheader = "The invitation you sent was accepted.";

export const personJoined: Template = {
  kind: "person_joined",
  subject: "⟦personName⟧ joined ⟦place⟧",
  preheader,
  body: (
    <Sheet preheader={preheader} sender={<Slot name="organizationName" />}>
      <Title>
        <Slot name="personName" /> joined <Slot name="place" />
      </Title>
      <Line>
        The invitation you sent was accepted. How often you hear of this is up to you: see Notices in the
        settings.
      </Line>
      <Action label="Open it" />
    </Sheet>
  ),
  text: `⟦personName⟧ joined ⟦place⟧

The invitation you sent was accepted. How often you hear of this is up to you: see Notices in the settings.

Open it:
⟦link⟧
`,
  sms: ["⟦personName⟧ joined ⟦place⟧: ⟦link⟧", "Somebody you invited has joined: ⟦link⟧"],
};

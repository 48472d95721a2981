import { Action, Line, Note, Sheet, Slot, type Template, Title } from "./template";

const preheader = "Since the last message of this kind.";

export const peopleJoined: Template = {
  kind: "people_joined",
  subject: "⟦people⟧ you invited joined",
  preheader,
  body: (
    <Sheet preheader={preheader} sender={<Slot name="organizationName" />}>
      <Title>
        <Slot name="people" /> you invited joined
      </Title>
      <Line>Since the last message of this kind:</Line>
      <Note slot="list" />
      <Action label="Open the timeline" />
    </Sheet>
  ),
  text: `⟦people⟧ you invited joined

Since the last message of this kind:
⟦=list⟧

Open the timeline:
⟦link⟧
`,
  sms: ["⟦people⟧ you invited joined: ⟦link⟧"],
};

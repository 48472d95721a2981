import { Action, Line, Note, Sheet, Slot, Title, template } from "./template";

export const peopleJoined = template("people_joined", (w) => ({
  body: (
    <Sheet words={w} sender={<Slot name="organizationName" />}>
      <Title>{w.subject}</Title>
      <Line>{w.since}</Line>
      <Note slot="list" />
      <Action words={w} label={w.openTimeline} />
    </Sheet>
  ),
  text: `${w.subject}

${w.since}
⟦=list⟧

${w.openTimeline}:
⟦link⟧
`,
}));

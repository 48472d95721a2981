import { Action, Line, Sheet, Slot, Title, template } from "./template";

export const personJoined = template("person_joined", (w) => ({
  body: (
    <Sheet words={w} sender={<Slot name="organizationName" />}>
      <Title>{w.subject}</Title>
      <Line>{w.accepted}</Line>
      <Action words={w} label={w.open} />
    </Sheet>
  ),
  text: `${w.subject}

${w.accepted}

${w.open}:
⟦link⟧
`,
}));

import { Action, Line, Sheet, Slot, Title, template } from "./template";

export const testMessage = template("test_message", (w) => ({
  body: (
    <Sheet words={w} sender={<Slot name="organizationName" />}>
      <Title>{w.title}</Title>
      <Line>{w.arrived}</Line>
      <Action words={w} label={w.open} />
    </Sheet>
  ),
  text: `${w.subject}

${w.arrived}

${w.settings}: ⟦link⟧
`,
}));

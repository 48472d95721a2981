import { Action, Line, Sheet, Slot, Title, template } from "./template";

export const actionReady = template("action_ready", (w) => ({
  body: (
    <Sheet words={w} sender={<Slot name="organizationName" />}>
      <Title>{w.subject}</Title>
      <Line>{w.waiting}</Line>
      <Action words={w} label={w.openWorkspace} />
    </Sheet>
  ),
  text: `${w.subject}

${w.waiting}

${w.openWorkspace}:
⟦link⟧
`,
}));

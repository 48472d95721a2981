import { Action, Line, Sheet, Slot, Title, template } from "./template";

export const internalRequested = template("internal_requested", (w) => ({
  body: (
    <Sheet words={w} sender={<Slot name="organizationName" />}>
      <Title>{w.title}</Title>
      <Line>{w.asks}</Line>
      <Action words={w} label={w.see} />
    </Sheet>
  ),
  text: `${w.subject}

${w.asks}

${w.see}:
⟦link⟧
`,
}));

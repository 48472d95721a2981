import { Action, Line, Sheet, Slot, Title, template } from "./template";

export const requestReceived = template("request_received", (w) => ({
  body: (
    <Sheet words={w} sender={<Slot name="organizationName" />}>
      <Title>{w.subject}</Title>
      <Line>{w.asks}</Line>
      <Action words={w} label={w.open} />
    </Sheet>
  ),
  text: `${w.subject}

${w.asks}

${w.open}:
⟦link⟧
`,
}));

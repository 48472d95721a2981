import { Digits, Line, Rule, Sheet, Slot, Title, template } from "./template";

export const addressCode = template("address_code", (w) => ({
  body: (
    <Sheet words={w} sender={<Slot name="host" />}>
      <Title>{w.title}</Title>
      <Line>{w.enter}:</Line>
      <Digits />
      <Line>{w.term}</Line>
      <Rule />
      <Line tone="muted">{w.notYou}</Line>
    </Sheet>
  ),
  text: `${w.title}: ⟦code⟧

${w.enter}. ${w.term}

${w.notYou}
`,
}));

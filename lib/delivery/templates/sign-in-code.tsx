import { Action, Digits, Line, Rule, Sheet, Slot, Title, template, When } from "./template";

export const signInCode = template("sign_in_code", (w) => ({
  body: (
    <Sheet words={w} sender={<Slot name="host" />}>
      <Title>{w.title}</Title>
      <Line>{w.enter}</Line>
      <Digits />
      <Line>{w.term}</Line>
      <When slot="link">
        <Action words={w} label={w.signIn} />
      </When>
      <Rule />
      <Line tone="muted">{w.warning}</Line>
    </Sheet>
  ),
  text: `${w.codeText}

${w.enterText} ${w.term}
⟦?link⟧
${w.linkText}
⟦link⟧
⟦/link⟧
${w.warning}
`,
}));

import { Action, Digits, Line, Rule, Sheet, Slot, type Template, Title, When } from "./template";

const preheader = "It works for 10 minutes, in the browser that asked for it.";

export const signInCode: Template = {
  kind: "sign_in_code",
  subject: "Your sign-in code is ⟦code⟧",
  preheader,
  body: (
    <Sheet preheader={preheader} sender={<Slot name="host" />}>
      <Title>Your sign-in code</Title>
      <Line>Enter these six digits where you asked for them:</Line>
      <Digits />
      <Line>The code works for 10 minutes, once, and only in the browser that asked for it.</Line>
      <When slot="link">
        <Action label="Sign in" />
      </When>
      <Rule />
      <Line tone="muted">
        Somebody asked to sign in to <Slot name="host" /> as <Slot name="address" />. If that was not you,
        ignore this message: nobody can sign in without the code. We never ask for it by phone or message.
      </Line>
    </Sheet>
  ),
  text: `Your sign-in code: ⟦code⟧

Enter these six digits where you asked for them. The code works for 10 minutes, once, and only in the browser that asked for it.
⟦?link⟧
Or open this link in the same browser and press the button there:
⟦link⟧
⟦/link⟧
Somebody asked to sign in to ⟦host⟧ as ⟦address⟧. If that was not you, ignore this message: nobody can sign in without the code. We never ask for it by phone or message.
`,
  sms: [
    "⟦code⟧ is your sign-in code for ⟦host⟧. It works for 10 minutes. Tell it to nobody.",
    "⟦code⟧ is your sign-in code.",
  ],
};

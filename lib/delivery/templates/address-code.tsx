import { Digits, Line, Rule, Sheet, Slot, type Template, Title } from "./template";

const preheader = "It works for 10 minutes, in the browser that asked for it.";

export const addressCode: Template = {
  kind: "address_code",
  subject: "⟦code⟧ adds this address to an account",
  preheader,
  body: (
    <Sheet preheader={preheader} sender={<Slot name="host" />}>
      <Title>Your code to add this address</Title>
      <Line>Enter these six digits where you asked for them:</Line>
      <Digits />
      <Line>The code works for 10 minutes, once, and only in the browser that asked for it.</Line>
      <Rule />
      <Line tone="muted">
        <Slot name="personName" /> (<Slot name="personAddress" />) asked to add <Slot name="address" /> to
        their account at <Slot name="host" />. If that is not you, ignore this message: nobody can add it
        without the code. We never ask for it by phone or message.
      </Line>
    </Sheet>
  ),
  text: `Your code to add this address: ⟦code⟧

Enter these six digits where you asked for them. The code works for 10 minutes, once, and only in the browser that asked for it.

⟦personName⟧ (⟦personAddress⟧) asked to add ⟦address⟧ to their account at ⟦host⟧. If that is not you, ignore this message: nobody can add it without the code. We never ask for it by phone or message.
`,
  sms: [
    "⟦code⟧ adds this number to the account of ⟦personName⟧ at ⟦host⟧. It works for 10 minutes. Not you? Tell it to nobody.",
    "⟦code⟧ adds this number to the account of ⟦personName⟧. Not you? Tell it to nobody.",
    "⟦code⟧ adds this number to an account. Tell it to nobody.",
  ],
};

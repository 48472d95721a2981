import { Action, Line, Sheet, Slot, type Template, Title } from "./template";

const preheader = "You can read this, so messages leave and arrive.";

export const testMessage: Template = {
  kind: "test_message",
  subject: "Test message from ⟦organizationName⟧",
  preheader,
  body: (
    <Sheet preheader={preheader} sender={<Slot name="organizationName" />}>
      <Title>Test message</Title>
      <Line>
        <Slot name="personName" /> sent this in the delivery settings. You can read it, so messages leave and
        arrive. There is nothing to do.
      </Line>
      <Action label="Open delivery settings" />
    </Sheet>
  ),
  text: `Test message from ⟦organizationName⟧

⟦personName⟧ sent this in the delivery settings. You can read it, so messages leave and arrive. There is nothing to do.

Delivery settings: ⟦link⟧
`,
  sms: [
    "Test message from ⟦organizationName⟧. You can read it, so text messages arrive. There is nothing to do.",
    "Test message. You can read it, so text messages arrive. There is nothing to do.",
  ],
};

import { Line, Note, Sheet, Slot, Title, template, When } from "./template";

export const requestDeclined = template("request_declined", (w) => ({
  body: (
    <Sheet words={w} sender={<Slot name="organizationName" />}>
      <Title>{w.subject}</Title>
      <When slot="reason">
        <Note slot="reason" />
      </When>
      <Line>{w.ask}</Line>
    </Sheet>
  ),
  text: `${w.subject}
⟦?reason⟧
${w.wrote}
⟦=reason⟧
⟦/reason⟧
${w.ask}
`,
}));

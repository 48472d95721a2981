import { Action, Line, Note, Sheet, Slot, Title, template, When } from "./template";

export const actionDeclined = template("action_declined", (w) => ({
  body: (
    <Sheet words={w} sender={<Slot name="organizationName" />}>
      <Title>{w.title}</Title>
      <Line>{w.waits}</Line>
      <When slot="reason">
        <Line>{w.reason}</Line>
        <Note slot="reason" />
      </When>
      <Action words={w} label={w.openWorkspace} />
    </Sheet>
  ),
  text: `${w.subject}

${w.waitsText}
⟦?reason⟧
${w.reason}
⟦=reason⟧
⟦/reason⟧
${w.openWorkspace}:
⟦link⟧
`,
}));

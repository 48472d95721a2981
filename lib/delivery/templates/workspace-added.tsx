import { Action, Line, Rule, Sheet, Slot, Title, template, When } from "./template";

export const workspaceAdded = template("workspace_added", (w) => ({
  body: (
    <Sheet words={w} sender={<Slot name="organizationName" />}>
      <Title>{w.subject}</Title>
      <Line>{w.made}</Line>
      <When slot="firstAction">
        <Line>{w.waiting}</Line>
      </When>
      <Action words={w} label={w.openWorkspace} />
      <Rule />
      <Line tone="muted">{w.sentTo}</Line>
    </Sheet>
  ),
  text: `${w.subject}

${w.made}
⟦?firstAction⟧
${w.waiting}
⟦/firstAction⟧
${w.openWorkspace}:
⟦link⟧

${w.sentTo}
`,
}));

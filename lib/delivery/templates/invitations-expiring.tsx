import { Action, Line, Sheet, Slot, Title, template } from "./template";

export const invitationsExpiring = template("invitations_expiring", (w) => ({
  body: (
    <Sheet words={w} sender={<Slot name="organizationName" />}>
      <Title>{w.subject}</Title>
      <Line>{w.until}</Line>
      <Action words={w} label={w.see} />
    </Sheet>
  ),
  text: `${w.subject}

${w.until}

${w.see}:
⟦link⟧
`,
}));

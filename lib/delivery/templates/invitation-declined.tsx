import { Action, Line, Sheet, Slot, Title, template } from "./template";

export const invitationDeclined = template("invitation_declined", (w) => ({
  body: (
    <Sheet words={w} sender={<Slot name="organizationName" />}>
      <Title>{w.title}</Title>
      <Line>{w.place}</Line>
      <Action words={w} label={w.openMembers} />
    </Sheet>
  ),
  text: `${w.subject}

${w.placeText}

${w.openMembers}:
⟦link⟧
`,
}));

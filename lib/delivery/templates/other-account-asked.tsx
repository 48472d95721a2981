import { Action, Line, Sheet, Slot, Title, template } from "./template";

export const otherAccountAsked = template("other_account_asked", (w) => ({
  body: (
    <Sheet words={w} sender={<Slot name="organizationName" />}>
      <Title>{w.title}</Title>
      <Line>{w.asks}</Line>
      <Action words={w} label={w.openMembers} />
    </Sheet>
  ),
  text: `${w.subject}

${w.asksText}

${w.openMembers}:
⟦link⟧
`,
}));

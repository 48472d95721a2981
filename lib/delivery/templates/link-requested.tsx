import { Action, Line, Sheet, Slot, Title, template } from "./template";

export const linkRequested = template("link_requested", (w) => ({
  body: (
    <Sheet words={w} sender={<Slot name="organizationName" />}>
      <Title>{w.title}</Title>
      <Line>{w.went}</Line>
      <Action words={w} label={w.openMembers} />
    </Sheet>
  ),
  text: `${w.subject}

${w.wentText}

${w.openMembers}:
⟦link⟧
`,
}));

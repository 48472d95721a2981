import { Action, Line, Sheet, Slot, Title, template, When } from "./template";

export const requestApproved = template("request_approved", (w) => ({
  body: (
    <Sheet words={w} sender={<Slot name="organizationName" />}>
      <Title>{w.subject}</Title>
      <Line>{w.approved}</Line>
      <When slot="roleName">
        <Line>{w.role}</Line>
      </When>
      <Action words={w} label={w.open} />
    </Sheet>
  ),
  text: `${w.subject}

${w.approved}
⟦?roleName⟧${w.role}
⟦/roleName⟧
${w.open}:
⟦link⟧
`,
}));

import type { Catalogue } from "@/lib/catalogue";
import { Action, Line, Note, Rule, Sheet, Slot, Title, template, When, withLink } from "./template";

export const invitation = template("invitation", (w) => ({
  body: (
    <Sheet words={w} sender={<Slot name="organizationName" />}>
      <Title>{w.subject}</Title>
      <Line>{w.asks}</Line>
      <When slot="note">
        <Line tone="muted">{w.wrote}</Line>
        <Note slot="note" />
      </When>
      <When slot="firstAction">
        <Line>{w.waiting}</Line>
      </When>
      <Action words={w} label="⟦button⟧" />
      <Rule />
      <Line tone="muted">{w.term}</Line>
      <Line tone="muted">{withLink(w.ignore, "⟦stopLink⟧")}</Line>
    </Sheet>
  ),
  text: `${w.subject}

${w.asks}
⟦?note⟧
${w.wrote}
⟦=note⟧
⟦/note⟧⟦?firstAction⟧
${w.waiting}
⟦/firstAction⟧
⟦button⟧:
⟦link⟧

${w.term}

${w.ignoreText}
⟦stopLink⟧
`,
}));

/** The same words once more, under a subject that says so in the end. */
export const invitationReminder = {
  ...invitation,
  kind: "invitation_reminder" as const,
  write: (catalogue: Catalogue) => ({
    ...invitation.write(catalogue),
    subject: catalogue.invitation_reminder.subject,
  }),
};

import { Action, Line, Note, Prose, Sheet, Slot, type Template, Title, When } from "./template";

const preheader = "The flow waits until somebody asks again.";

export const actionDeclined: Template = {
  kind: "action_declined",
  subject: "⟦personName⟧ declined an approval in ⟦workspaceName⟧",
  preheader,
  body: (
    <Sheet preheader={preheader} sender={<Slot name="organizationName" />}>
      <Title>
        <Slot name="personName" /> declined an approval
      </Title>
      <Line>
        In <Slot name="workspaceName" />: <Prose name="actionTitle" />. The flow waits until somebody asks
        again.
      </Line>
      <When slot="reason">
        <Line>The reason:</Line>
        <Note slot="reason" />
      </When>
      <Action label="Open workspace" />
    </Sheet>
  ),
  text: `⟦personName⟧ declined an approval in ⟦workspaceName⟧

⟦~actionTitle⟧. The flow waits until somebody asks again.
⟦?reason⟧
The reason:
⟦=reason⟧
⟦/reason⟧
Open workspace:
⟦link⟧
`,
  sms: [
    "⟦personName⟧ declined an approval in ⟦workspaceName⟧: ⟦link⟧",
    "An approval was declined in a workspace of yours: ⟦link⟧",
  ],
};

import { Action, Line, Prose, Rule, Sheet, Slot, type Template, Title, When } from "./template";

const preheader = "From ⟦adderAddress⟧. Sign in to see it in your timeline.";

export const workspaceAdded: Template = {
  kind: "workspace_added",
  subject: "⟦adderName⟧ added you to ⟦workspaceName⟧",
  preheader,
  body: (
    <Sheet preheader={preheader} sender={<Slot name="organizationName" />}>
      <Title>
        <Slot name="adderName" /> added you to <Slot name="workspaceName" />
      </Title>
      <Line>
        <Slot name="adderName" /> (<Slot name="adderAddress" />) at <Slot name="organizationName" /> made you
        a member of the workspace <Slot name="workspaceName" />
        <When slot="roleName">
          {" "}
          as <Slot name="roleName" />
        </When>
        . You have an account already, so there is nothing to accept.
      </Line>
      <When slot="firstAction">
        <Line>
          Waiting for you: <Prose name="firstAction" />
        </Line>
      </When>
      <Action label="Open workspace" />
      <Rule />
      <Line tone="muted">
        Sent to <Slot name="address" />. The link asks you to sign in if you are not. Reference{" "}
        <Slot name="reference" />.
      </Line>
    </Sheet>
  ),
  text: `⟦adderName⟧ added you to ⟦workspaceName⟧

⟦adderName⟧ (⟦adderAddress⟧) at ⟦organizationName⟧ made you a member of the workspace ⟦workspaceName⟧⟦?roleName⟧ as ⟦roleName⟧⟦/roleName⟧. You have an account already, so there is nothing to accept.
⟦?firstAction⟧
Waiting for you: ⟦~firstAction⟧
⟦/firstAction⟧
Open workspace:
⟦link⟧

Sent to ⟦address⟧. The link asks you to sign in if you are not. Reference ⟦reference⟧.
`,
  sms: [
    "⟦adderName⟧ (⟦organizationName⟧) added you to ⟦workspaceName⟧: ⟦link⟧ Ref ⟦reference⟧",
    "⟦adderName⟧ added you to ⟦workspaceName⟧: ⟦link⟧ Ref ⟦reference⟧",
    "You were added to a workspace: ⟦link⟧ Ref ⟦reference⟧",
  ],
};

import { Action, Line, Prose, Sheet, Slot, type Template, Title, When } from "./template";

const preheader = "What comes before it is done.";

export const actionReady: Template = {
  kind: "action_ready",
  subject: "It is your turn in ⟦workspaceName⟧",
  preheader,
  body: (
    <Sheet preheader={preheader} sender={<Slot name="organizationName" />}>
      <Title>
        It is your turn in <Slot name="workspaceName" />
      </Title>
      <Line>
        Waiting for you as <Slot name="roleName" />: <Prose name="actionTitle" />
        <When slot="more">
          {" "}
          and <Slot name="more" />
        </When>
        .
      </Line>
      <Action label="Open workspace" />
    </Sheet>
  ),
  text: `It is your turn in ⟦workspaceName⟧

Waiting for you as ⟦roleName⟧: ⟦~actionTitle⟧⟦?more⟧ and ⟦more⟧⟦/more⟧.

Open workspace:
⟦link⟧
`,
  sms: ["It is your turn in ⟦workspaceName⟧: ⟦link⟧", "It is your turn in a workspace: ⟦link⟧"],
};

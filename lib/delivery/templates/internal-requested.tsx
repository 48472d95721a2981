import { Action, Line, Sheet, Slot, type Template, Title, When } from "./template";

const preheader = "Only admins can invite new internal users. Nothing was sent to the colleague.";

export const internalRequested: Template = {
  kind: "internal_requested",
  subject: "⟦requesterName⟧ asks you to invite a colleague to ⟦workspaceName⟧",
  preheader,
  body: (
    <Sheet preheader={preheader} sender={<Slot name="organizationName" />}>
      <Title>
        <Slot name="requesterName" /> asks you to invite a colleague
      </Title>
      <Line>
        <Slot name="requesterName" /> would like <Slot name="colleague" /> in the workspace{" "}
        <Slot name="workspaceName" /> as a new internal user
        <When slot="roleName">
          , to be <Slot name="roleName" />
        </When>
        . Only admins can do that. Nothing was sent to the colleague, and opening this link changes nothing.
      </Line>
      <Action label="See the request" />
    </Sheet>
  ),
  text: `⟦requesterName⟧ asks you to invite a colleague to ⟦workspaceName⟧

⟦requesterName⟧ would like ⟦colleague⟧ in the workspace ⟦workspaceName⟧ as a new internal user⟦?roleName⟧, to be ⟦roleName⟧⟦/roleName⟧. Only admins can do that. Nothing was sent to the colleague, and opening this link changes nothing.

See the request:
⟦link⟧
`,
  sms: [
    "⟦requesterName⟧ asks you to invite ⟦colleague⟧ to ⟦workspaceName⟧: ⟦link⟧",
    "⟦requesterName⟧ asks you to invite a colleague: ⟦link⟧",
    "Somebody asks you to invite a colleague: ⟦link⟧",
  ],
};

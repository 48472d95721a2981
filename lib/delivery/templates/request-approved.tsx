import { Action, Line, Sheet, Slot, type Template, Title, When } from "./template";

const preheader = "Your request was approved. You can start at once.";

export const requestApproved: Template = {
  kind: "request_approved",
  subject: "You have joined ⟦place⟧",
  preheader,
  body: (
    <Sheet preheader={preheader} sender={<Slot name="organizationName" />}>
      <Title>
        You have joined <Slot name="place" />
      </Title>
      <Line>Your request was approved.</Line>
      <When slot="roleName">
        <Line>
          Your role: <Slot name="roleName" />
        </Line>
      </When>
      <Action
        label={
          <>
            Open <Slot name="place" />
          </>
        }
      />
    </Sheet>
  ),
  text: `You have joined ⟦place⟧

Your request was approved.
⟦?roleName⟧Your role: ⟦roleName⟧
⟦/roleName⟧
Open ⟦place⟧:
⟦link⟧
`,
  sms: ["Your request to join ⟦place⟧ was approved: ⟦link⟧", "Your request to join was approved: ⟦link⟧"],
};

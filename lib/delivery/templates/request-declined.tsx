import { Line, Note, Sheet, Slot, type Template, Title, When } from "./template";

const preheader = "You have not joined, and nothing else happens.";

export const requestDeclined: Template = {
  kind: "request_declined",
  subject: "Your request to join ⟦place⟧ was declined",
  preheader,
  body: (
    <Sheet preheader={preheader} sender={<Slot name="organizationName" />}>
      <Title>
        Your request to join <Slot name="place" /> was declined
      </Title>
      <When slot="reason">
        <Note slot="reason" />
      </When>
      <Line>
        You have not joined, and nothing else happens. If you think this is a mistake, ask the person who
        shared the link with you.
      </Line>
    </Sheet>
  ),
  text: `Your request to join ⟦place⟧ was declined
⟦?reason⟧
They wrote:
⟦=reason⟧
⟦/reason⟧
You have not joined, and nothing else happens. If you think this is a mistake, ask the person who shared the link with you.
`,
  sms: [
    "Your request to join ⟦place⟧ was declined. If you think this is a mistake, ask the person who shared the link.",
    "Your request to join was declined. Ask the person who shared the link.",
  ],
};

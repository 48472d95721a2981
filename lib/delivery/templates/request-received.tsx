import { Action, Line, Sheet, Slot, type Template, Title } from "./template";

const preheader = "Approve or decline the request. It waits for 14 days.";

export const requestReceived: Template = {
  kind: "request_received",
  subject: "⟦personName⟧ asks to join ⟦place⟧",
  preheader,
  body: (
    <Sheet preheader={preheader} sender={<Slot name="organizationName" />}>
      <Title>
        <Slot name="personName" /> asks to join <Slot name="place" />
      </Title>
      <Line>
        <Slot name="personName" /> followed a link you can decide about, and has proved to be the owner of{" "}
        <Slot name="personAddress" />. They see nothing until somebody approves the request. It waits for 14
        days.
      </Line>
      <Action label="Open requests" />
    </Sheet>
  ),
  text: `⟦personName⟧ asks to join ⟦place⟧

⟦personName⟧ followed a link you can decide about, and has proved to be the owner of ⟦personAddress⟧. They see nothing until somebody approves the request. It waits for 14 days.

Open requests:
⟦link⟧
`,
  sms: [
    "⟦personName⟧ asks to join ⟦place⟧: ⟦link⟧",
    "⟦personName⟧ asks to join: ⟦link⟧",
    "Somebody asks to join: ⟦link⟧",
  ],
};

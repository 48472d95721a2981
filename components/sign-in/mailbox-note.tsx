/** Where messages are while no mail service is set up. A plain link: the mailbox is not part of the app. */
export function MailboxNote() {
  return (
    <p>
      No mail service is set up, so messages stay on this machine.{" "}
      <a href="/mailbox" className="link">
        Open the local mailbox
      </a>
    </p>
  );
}

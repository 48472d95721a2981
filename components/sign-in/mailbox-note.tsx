import type { Catalogue } from "@/lib/catalogue";

/** Where messages are while no mail service is set up. A plain link: the mailbox is not part of the app. */
export function MailboxNote({ signIn }: Pick<Catalogue["pages"], "signIn">) {
  return (
    <p>
      {signIn.noMail}{" "}
      <a href="/mailbox" className="link">
        {signIn.mailbox}
      </a>
    </p>
  );
}

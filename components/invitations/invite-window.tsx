import { Icon } from "@/components/ui/icon";
import "./invite.css";
import { useTranslations } from "next-intl";
import {
  type FormEventHandler,
  type KeyboardEvent,
  type ReactNode,
  type SyntheticEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { Button } from "@/components/ui/button";

type Props = {
  title: ReactNode;
  /** Chips in the field: closing asks before they are lost. */
  count: number;
  onClose: () => void;
  onSubmit: FormEventHandler<HTMLFormElement>;
  /** Why the last attempt did not go through, or what of it did. */
  trouble: { message: string; isSettled?: boolean } | null;
  /** Takes back what went through. */
  undo: ReactNode;
  isSending: boolean;
  submitLabel: string;
  /** Another way to get people in. */
  otherWay?: { path: string; words: string };
  children: ReactNode;
};

/** A modal form that is open while it is in the page. Esc, Close and Cancel ask first if people would be lost. */
export function InviteWindow({
  title,
  count,
  onClose,
  onSubmit,
  trouble,
  undo,
  isSending,
  submitLabel,
  otherWay,
  children,
}: Props) {
  const t = useTranslations("invite");
  const ui = useTranslations("ui");
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const { isAsking, keep, close, onKeyDown } = useClosing(dialog, count, onClose);
  useOpened(dialog);

  function leave(event: SyntheticEvent): void {
    if (count === 0) return;
    event.preventDefault();
    close();
  }

  function onCancel(event: SyntheticEvent): void {
    event.preventDefault();
    close();
  }

  return (
    <dialog
      ref={dialog}
      className="dialog invite-window"
      aria-labelledby={id}
      closedby={count > 0 ? "closerequest" : "any"}
      onKeyDown={onKeyDown}
      onCancel={onCancel}
      onClose={() => dialog.current?.open === false && onClose()}
    >
      <div className="dialog-head">
        <h2 id={id} tabIndex={-1}>
          {title}
        </h2>
        <Button variant="ghost" isIcon aria-label={ui("close")} onClick={close}>
          <Icon name="close" />
        </Button>
      </div>
      <form onSubmit={onSubmit} className="invite-form" noValidate>
        <div className="dialog-body invite-body">
          {trouble && (
            <p
              role={trouble.isSettled ? "status" : "alert"}
              className={trouble.isSettled ? "note" : "note note-danger"}
            >
              {trouble.message} {undo}
            </p>
          )}
          {children}
        </div>
        <div className="dialog-foot">
          {otherWay && (
            <a href={otherWay.path} onClick={leave} className="link reach invite-other">
              {otherWay.words}
            </a>
          )}
          <Button onClick={close}>{ui("cancel")}</Button>
          <Button variant="primary" type="submit" isBusy={isSending}>
            {submitLabel}
          </Button>
        </div>
      </form>
      {isAsking && (
        <div role="alertdialog" aria-label={t("discard.label")} className="invite-discard">
          <p>{t("discard.ask", { count })}</p>
          <Button ref={focusNew} onClick={keep}>
            {t("discard.keep")}
          </Button>
          <Button variant="danger" onClick={onClose}>
            {t("discard.discard")}
          </Button>
        </div>
      )}
    </dialog>
  );
}

type DialogRef = { current: HTMLDialogElement | null };

const focusNew = (button: HTMLButtonElement | null) => button?.focus();

const focusIn = ({ current }: DialogRef, selector: string) =>
  current?.querySelector<HTMLElement>(selector)?.focus();

/** Closing, which asks before chips are lost, and the keys that close and send. */
function useClosing(dialog: DialogRef, count: number, onClose: () => void) {
  const [isAsking, setAsking] = useState(false);
  const close = () => (count > 0 ? setAsking(true) : onClose());

  function keep(): void {
    setAsking(false);
    focusIn(dialog, "[role=combobox]");
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey))
      dialog.current?.querySelector("form")?.requestSubmit();
    else if (event.key !== "Escape") return;
    else if (isAsking) keep();
    else close();
    event.preventDefault();
  }

  return { isAsking, keep, close, onKeyDown };
}

/** Opens the dialog, with the focus in its first field; on touch screens on its title. Closing gives it back. */
function useOpened(dialog: DialogRef): void {
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    focusIn(dialog, matchMedia("(pointer: coarse)").matches ? "h2" : "[role=combobox]");
    return () => element?.close();
  }, [dialog]);
}

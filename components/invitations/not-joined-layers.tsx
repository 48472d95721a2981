"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { TextField } from "@/components/ui/field";
import { Submit } from "@/components/ui/submit";
import type { FormState } from "@/lib/actions/run";

type Send = (form: FormData) => void;

/** Closes a layer when an answer has come that leaves nothing to do in it. */
function useCloseOn(answered: unknown, id: string): void {
  useEffect(() => {
    if (answered) document.getElementById(id)?.hidePopover();
  }, [answered, id]);
}

type ChangeProps = {
  rowId: string;
  contactId: string;
  name: string;
  /** An invitation that is open goes to the new address at once; of another nothing is sent. */
  isOpen: boolean;
  send: Send;
  state: FormState<unknown>;
};

/** "Change email or phone": a button and, over the popover, the field for the corrected address. */
export function ChangeAddress({ rowId, contactId, name, isOpen, send, state }: ChangeProps) {
  const t = useTranslations("invite");
  const ui = useTranslations("ui");
  const id = `change-${rowId}`;
  const [address, setAddress] = useState("");
  useCloseOn(state?.ok && state, id);
  return (
    <>
      <button type="button" popoverTarget={id} aria-haspopup="dialog" className="menu-item">
        {t("box.change")}
      </button>
      <div id={id} popover="auto" role="dialog" aria-label={t("box.changeOf", { name })} className="popover">
        <form action={send} className="grid gap-3">
          <input type="hidden" name="contact" value={contactId} />
          <TextField
            id={`address-${rowId}`}
            name="address"
            value={address}
            onChange={(event) => setAddress(event.target.value)}
            label={t("box.newAddress")}
            hint={t(isOpen ? "box.changeOpen" : "box.changeClosed")}
            error={state?.ok === false ? (state.fields?.address ?? state.message) : undefined}
            required
            maxLength={254}
            autoComplete="off"
          />
          <Submit variant="primary">{isOpen ? t("box.saveAndSend") : ui("save")}</Submit>
        </form>
      </div>
    </>
  );
}

type ConfirmProps = {
  id: string;
  label: string;
  send: Send;
  state: FormState<unknown>;
  hidden: ReactNode;
  children: ReactNode;
};

/** An act that cannot be undone: its button says what would happen, and a second one does it. */
export function Confirm({ id, label, send, state, hidden, children }: ConfirmProps) {
  useCloseOn(state, id);
  return (
    <>
      <button type="button" popoverTarget={id} aria-haspopup="dialog" className="menu-item">
        {label}
      </button>
      <div id={id} popover="auto" role="dialog" aria-label={label} className="popover">
        <form action={send} className="grid gap-3">
          {hidden}
          <p>{children}</p>
          <Submit variant="danger">{label}</Submit>
        </form>
      </div>
    </>
  );
}

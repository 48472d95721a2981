import type { ComponentProps, ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";

/** A button that opens a menu. Arrow keys, Home, End and letters move in it. */
export function Menu({
  id,
  label,
  icon,
  children,
}: {
  id: string;
  label: string;
  icon: ReactNode;
  children: ReactNode;
}) {
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-haspopup="menu"
        aria-label={label}
        className={buttonClass({ variant: "ghost", isIcon: true })}
      >
        {icon}
      </button>
      <div id={id} popover="auto" role="menu" aria-label={label} className="popover menu">
        {children}
      </div>
    </>
  );
}

/** An entry of a menu that leads somewhere. */
export function MenuLink({ children, ...rest }: ComponentProps<"a">) {
  return (
    <a {...rest} role="menuitem" tabIndex={-1} className="menu-item">
      {children}
    </a>
  );
}

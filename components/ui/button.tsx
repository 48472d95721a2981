import type { ComponentProps } from "react";

type Look = {
  variant?: "default" | "primary" | "danger" | "ghost";
  size?: "default" | "small";
  /** The full width of what it stands in. */
  isWide?: boolean;
  isIcon?: boolean;
};

/** The class names of a button, for elements that are none. */
export function buttonClass({ variant = "default", size = "default", isWide, isIcon }: Look = {}): string {
  return [
    "btn",
    variant !== "default" && `btn-${variant}`,
    size === "small" && "btn-small",
    isWide && "btn-wide",
    isIcon && "btn-icon",
  ]
    .filter(Boolean)
    .join(" ");
}

/** A button. `isBusy` adds a spinner and keeps label and width. */
export function Button({
  variant,
  size,
  isWide,
  isIcon,
  isBusy,
  className = "",
  type = "button",
  children,
  ...rest
}: Look & { isBusy?: boolean } & ComponentProps<"button">) {
  return (
    <button
      {...rest}
      type={type}
      className={`${buttonClass({ variant, size, isWide, isIcon })} ${className}`}
      aria-busy={isBusy || undefined}
    >
      {children}
    </button>
  );
}

/** A link that looks like a button. */
export function ButtonLink({
  variant,
  size,
  isWide,
  isIcon,
  className = "",
  children,
  ...rest
}: Look & ComponentProps<"a">) {
  return (
    <a {...rest} className={`${buttonClass({ variant, size, isWide, isIcon })} ${className}`}>
      {children}
    </a>
  );
}

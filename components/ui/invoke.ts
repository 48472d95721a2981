type Command = "show-modal" | "close" | "request-close" | "toggle-popover" | "hide-popover";

/** Attributes of a button that opens or closes another element by its id, without script. */
export const invoke = (command: Command, id: string) => ({ command, commandfor: id });

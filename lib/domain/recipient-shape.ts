export type Shape = "email" | "phone" | "text";

export const EMAIL = /^[^\s@<>(),;"]+@[^\s@<>(),;"]+\.[^\s@<>(),;".]{2,}$/;
export const PHONE = /^\+?\(?\d[\d\s().\-/\u2010-\u2015]*$/;

export const digitsOf = (text: string) => text.replace(/\D/g, "").length;

/** What a text looks like; only the server knows whether it is valid. */
export function shapeOf(text: string): Shape {
  if (EMAIL.test(text)) return "email";
  return PHONE.test(text) && digitsOf(text) >= 7 ? "phone" : "text";
}

/** Whether a text is meant as an address, complete or not, rather than as words to search for. */
export const isAddressLike = (text: string): boolean =>
  text.includes("@") || (PHONE.test(text) && digitsOf(text) >= 3);

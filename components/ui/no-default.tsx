"use client";

/**
 * First in a form whose buttons answer different things: Enter in one of its fields presses the first button of the
 * form, and this one does nothing. Without script it sends the form with no answer in it, which is to be refused.
 */
export const NoDefault = () => <button type="submit" hidden onClick={(event) => event.preventDefault()} />;

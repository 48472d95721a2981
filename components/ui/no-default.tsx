/**
 * First in a form whose buttons answer different things: Enter in one of its fields presses the first button of the
 * form, and this one does nothing.
 */
export const NoDefault = () => <button type="submit" disabled hidden />;

import { IntlProvider } from "next-intl";
import { type ReactNode, useContext } from "react";
import { Given } from "./given-words";

/** A part that is loaded late, with the words that its page holds ready; else with those that the page gives to all its parts. */
export function late<Props extends object>(Part: (props: Props) => ReactNode) {
  return function Late(props: Props) {
    const given = useContext(Given);
    const part = <Part {...props} />;
    return given ? (
      <IntlProvider {...given} timeZone="UTC">
        {part}
      </IntlProvider>
    ) : (
      part
    );
  };
}

import type { ReactNode } from "react";
import { NotFoundScreen } from "@/components/shell/dead-ends";
import { NotHere } from "@/lib/after-form";

type Page<P> = (props: P) => Promise<ReactNode>;

/**
 * A page that may be the answer to its own form: when what it shows is gone by then, or not for its reader any more, it
 * says so. What `notFound()` leaves to script stays blank without.
 */
export const answering =
  <P,>(page: Page<P>): Page<P> =>
  (props) =>
    page(props).catch((error) => {
      if (error instanceof NotHere) return <NotFoundScreen />;
      throw error;
    });

import { Requests, type RequestsProps } from "@/components/members/requests";
import { Empty } from "@/components/ui/empty";

type Props = Pick<RequestsProps, "view" | "open" | "clock" | "action"> & { org: string };

/** Who asks to become an internal user by the organization's link; for admins. */
export function RequestsScreen({ org, view, ...rest }: Props) {
  return (
    <>
      <header className="head">
        <nav aria-label="Where you are" className="crumbs">
          <a href={`/${org}/contacts?tab=internal`}>Contacts</a>
          <span aria-hidden>/</span>
          <h1 aria-current="page">Requests to join</h1>
        </nav>
      </header>
      <main id="main" tabIndex={-1} className="work col-span-full">
        <div className="requests-page">
          {view?.total === 0 && <Empty title="Nobody asks to become an internal user." />}
          <Requests {...rest} view={view} path={`/${org}/contacts/requests`} query={{}} roles={[]} isAdmin />
        </div>
      </main>
    </>
  );
}

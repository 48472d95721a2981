import { useTranslations } from "next-intl";
import { Requests, type RequestsProps } from "@/components/members/requests";
import { Crumbs } from "@/components/ui/crumbs";
import { Empty } from "@/components/ui/empty";

type Props = Pick<RequestsProps, "view" | "open" | "clock" | "action"> & { org: string };

/** Who asks to become an internal user by the organization's link; for admins. */
export function RequestsScreen({ org, view, ...rest }: Props) {
  const t = useTranslations("members.requests");
  return (
    <>
      <header className="head">
        <Crumbs
          trail={[{ name: t("contacts"), path: `/${org}/contacts?tab=internal` }]}
          here={t("heading")}
          isHeading
        />
      </header>
      <main id="main" tabIndex={-1} className="work col-span-full">
        <div className="requests-page">
          {view?.total === 0 && <Empty title={t("nobody")} />}
          <Requests
            {...rest}
            view={view}
            path={`/${org}/contacts/requests`}
            query={{}}
            roles={[]}
            heading="h2"
            isAdmin
          />
        </div>
      </main>
    </>
  );
}

import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { UndoableView } from "@/lib/domain/undoable-views";
import { de } from "@/lib/words/de";
import { en } from "@/lib/words/en";
import { UndoNotice } from "./undo-notice";

function said(kind: UndoableView["kind"], count: number, language: "en" | "de"): string | undefined {
  const act = { id: "1", kind, name: "Kim", count };
  const markup = renderToStaticMarkup(
    <NextIntlClientProvider locale={language} messages={{ en, de }[language]} timeZone="UTC">
      <UndoNotice at={{ org: "northwind", workspace: "1" }} act={act} />
    </NextIntlClientProvider>,
  );
  return /data-gone-says="([^"]*)"/.exec(markup)?.[1];
}

test("what is taken back is said in words, since its notice goes with it", () => {
  expect(said("invitation_cancelled", 1, "en")).toBe("Kim is invited again.");
  expect(said("invitation_cancelled", 1, "de")).toBe("Kim ist wieder eingeladen.");
  expect(said("member_removed", 1, "en")).toBe("Kim is a member again.");
  expect(said("member_removed", 1, "de")).toBe("Kim ist wieder Mitglied.");
  expect(said("role_assigned", 1, "en")).toBe("Kim is held as before.");
  expect(said("role_assigned", 1, "de")).toBe("Kim ist vergeben wie zuvor.");
  expect(said("role_unassigned", 1, "en")).toBe("Kim is assigned again.");
  expect(said("role_unassigned", 1, "de")).toBe("Kim ist wieder zugewiesen.");
  expect(said("requests_declined", 1, "en")).toBe("The request of Kim waits again.");
  expect(said("requests_declined", 2, "de")).toBe("Die Anfragen von 2 Personen warten wieder.");
});

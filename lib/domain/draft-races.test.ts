import { expect, test } from "vitest";
import { behind } from "@/tests/behind";
import { draftClient } from "@/tests/drafting";
import { inOpenWorld, useDatabase } from "@/tests/world";
import { addFromDraft } from "./add-people";
import { getDraft } from "./drafts";
import { keepChoice } from "./save-details";

await useDatabase();

test(
  "what is kept of the second step after the draft was added changes nothing, also when both come at once",
  inOpenWorld(async (world) => {
    const ines = await world.inOrganization("ines");
    const at = { kind: "client", draft: await draftClient(ines) } as const;
    const choice = { how: "quiet", workspaceName: null, note: null } as const;
    const late = { choice: { ...choice, note: "Too late" } };
    const kept = await behind(
      world,
      (tx) => addFromDraft({ ...ines, db: tx }, at, choice),
      () => keepChoice(ines, at, late),
    );
    expect(kept.status).toBe("rejected");
    await expect(keepChoice(ines, at, late)).rejects.toMatchObject({ code: "gone" });
    expect(await getDraft(ines, "client", at.draft)).toMatchObject({ choice, added: { name: "Kim Lee" } });
  }),
);

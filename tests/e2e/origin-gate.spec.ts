import { expect } from "@playwright/test";
import { openSession } from "@/lib/domain/sessions";
import { makeWorld } from "../cast";
import { setScene } from "../scene";
import { test } from "./installation";
import { builtActions, callAction } from "./raw-action";

/** Where mail programs and providers write without an Origin, and what lies beside it. */
const PLACES = {
  "/stop/x": 403,
  "/stop/x/y": 403,
  "/stop/x/y/z": 403,
  "/api/webhooks/resend": 401,
  "/api/webhooks/twilio": 401,
  "/api/webhooks/resend/x": 403,
};

test("no action runs where others may write without an Origin, and beside it nothing is let through", async ({
  request,
  installation,
}) => {
  const scene = await setScene(await makeWorld(installation.db));
  const before = await scene.census();
  const cookie = `foyer.session=${await openSession(scene.db, scene.userOf("ada"))}`;
  const [invite] = builtActions().filter(({ name }) => name === "inviteMembersAction");
  const call = {
    id: invite?.id ?? "",
    at: { org: scene.slug, workspace: scene.workspaceId },
    fields: [
      ["command", scene.kimInvitation],
      ["people", "lee@acme.com"],
    ] as [string, string][],
  };
  for (const [path, status] of Object.entries(PLACES)) {
    const answer = await callAction(request, installation.url, { ...call, path, headers: { cookie } });
    expect.soft([path, answer.status, answer.isDone]).toEqual([path, status, false]);
  }
  expect(await scene.census()).toEqual(before);
  const own = { ...call, headers: { cookie, origin: installation.url } };
  expect((await callAction(request, installation.url, own)).isDone).toBe(true);
});

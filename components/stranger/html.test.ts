import { expect, test } from "vitest";
import { html, say } from "./html";

test("words, values and links are escaped; markup given as a value stays", () => {
  const words = "Ask <ours>R & D</ours> or ⟦who⟧, ⟦marked⟧: ⟦who⟧.";
  const values = { ours: '/x?a="&', who: "<i>Ada's</i> ⟦who⟧ <ours>x</ours>", marked: html`<b>${"<"}</b>` };
  const who = "&lt;i&gt;Ada&#39;s&lt;/i&gt; ⟦who⟧ &lt;ours&gt;x&lt;/ours&gt;";
  expect(say(words, values).text).toBe(
    `Ask <a href="/x?a=&quot;&amp;">R &amp; D</a> or ${who}, <b>&lt;</b>: ${who}.`,
  );
});

test("words without marks are one text, and no word is lost around marks", () => {
  expect(say("5 < 6").text).toBe("5 &lt; 6");
  expect(say("⟦a⟧⟦b⟧", { a: "1", b: "2" }).text).toBe("12");
});

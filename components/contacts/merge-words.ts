import type { MergeView } from "@/lib/domain/merge-view";
import type { RoomWords } from "@/lib/words/room";

type Words = RoomWords<"contacts">;

const KINDS = ["workspaces", "roles", "groups", "invitations"] as const;

/** What merging will do, one sentence each. */
export function mergeWords({ keep, drop, effects }: Told, t: Words): string[] {
  const { moves, addresses, lost } = effects;
  const names = { drop: drop.shownName, keep: keep.shownName };
  const moved = KINDS.filter((kind) => moves[kind] > 0);
  const things = moved.map((kind) => t(`merge.${kind}`, { count: moves[kind] })).join(", ");
  const [address = "", phone] = addresses;
  return [
    things ? t("merge.moves", { things, ...names }) : t("merge.history", names),
    effects.isAccountMoved && t("merge.signsIn", names),
    phone ? t("merge.addresses", { email: address, phone }) : t("merge.address", { address }),
    lost.length > 0 && t("merge.lost", { count: lost.length, addresses: lost.join(", ") }),
    effects.isReaddressed && t("merge.sentTo", { address }),
    t("merge.gone", names),
  ].filter((sentence) => sentence !== false);
}

type Named = Pick<MergeView["keep"], "shownName">;
type Told = { keep: Named; drop: Named; effects: MergeView["effects"] };

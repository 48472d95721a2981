import type { Metadata } from "next";
import { NotFoundScreen } from "@/components/shell/dead-ends";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return <NotFoundScreen />;
}

import type { Metadata } from "next";
import type { ReactNode } from "react";
import { workspaceContextFor } from "@/lib/context";
import { titledOver } from "@/lib/titles";

type Props = { params: Promise<{ org: string; workspace: string }>; children: ReactNode };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, workspace } = await params;
  return titledOver(workspaceContextFor(org, workspace));
}

export default function WorkspaceLayout({ children }: Props) {
  return children;
}

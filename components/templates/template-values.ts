import type { Values } from "@/components/wizard/wizard-words";
import { noFlow } from "@/components/workspace/flow-values";
import type { TemplateFlow, TemplateView } from "@/lib/domain/template-views";

const flowValues = ({ roles, actions }: TemplateFlow): Values => ({
  "role.name": roles.map(({ name }) => name),
  "role.audience": roles.map(({ audience }) => audience),
  "action.title": actions.map(({ title }) => title),
  "action.kind": actions.map(({ kind }) => kind),
  "action.role": actions.map(({ role }) => String(role)),
  "action.dueOn": actions.map(({ dueInDays }) => (dueInDays === null ? "" : String(dueInDays))),
  "action.instructions": actions.map(({ instructions }) => instructions ?? ""),
  "action.start": actions.map(({ isParallel }) => (isParallel ? "together" : "after")),
});

/** What the form of a new template begins with: nothing, or a workspace's name and flow. */
export const newValues = (command: string, from?: { name: string; flow: TemplateFlow }): Values => ({
  command: [command],
  name: [from?.name ?? ""],
  visibility: ["private"],
  ...(from ? flowValues(from.flow) : noFlow),
});

/** A stored template as the values of its form; an empty flow where what is stored is damaged. */
export const valuesOf = ({ id, version, name, description, visibility, flow }: TemplateView): Values => ({
  template: [id],
  version: [version],
  name: [name],
  description: [description ?? ""],
  visibility: [visibility],
  ...(flow ? flowValues(flow) : noFlow),
});

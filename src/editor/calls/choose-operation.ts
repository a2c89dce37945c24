import type { Operation } from "../../platforms/operation.ts";
import type { OpenConnection } from "../../session/types.ts";
import type { Host } from "../host.ts";
import type { Choice } from "../ui/ask.ts";

/** Lets a person pick one of a connection's operations, by service. Undefined where none was picked. */
export async function chooseOperation(
  host: Host,
  { settings, operations }: OpenConnection,
): Promise<Operation | undefined> {
  const answer = await host.ask.pick({
    id: "operation",
    title: `Run Operation on ${settings.name}`,
    placeholder: "Which operation? Type part of its name, its path or what it does",
    choices: operations.map((operation) => choiceOf(operation, settings.platform)),
  });
  return operations.find(({ name }) => name === answer);
}

function choiceOf(operation: Operation, platform: string): Choice {
  const { name, method, path, help, writes } = operation;
  return {
    id: name,
    label: name,
    description: `${writes ? "writes" : "reads"} · ${method} ${path}`,
    detail: help,
    icon: operationIcon(operation),
    group: name.includes(".") ? name.slice(0, name.indexOf(".")) : platform,
  };
}

/** A codicon that tells reads from writes, and writes from deletions. */
export function operationIcon({ writes, method }: Operation): string {
  if (!writes) return "eye";
  return method === "DELETE" ? "trash" : "edit";
}

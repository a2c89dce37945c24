import type { Memento } from "vscode";
import { type Call, parametersText, type RememberedCall } from "./call.ts";
import { holdsSecret } from "./secrets.ts";

const key = "calls.history";
const most = 20;

/** The last calls of this workspace, the newest first. */
export function recalled(memento: Memento): readonly RememberedCall[] {
  return memento.get<readonly RememberedCall[]>(key) ?? [];
}

/** Remembers a call by its names and parameters, without its content and without what looks secret. The same call again moves to the front. */
export async function remember(memento: Memento, { connection, operation, parameters }: Call): Promise<void> {
  const shown = Object.entries(parameters).filter(([name]) => !holdsSecret(name));
  const call: RememberedCall = { connection, operation, parameters: Object.fromEntries(shown) };
  const others = recalled(memento).filter((other) => keyOf(other) !== keyOf(call));
  await memento.update(key, [call, ...others].slice(0, most));
}

function keyOf(call: RememberedCall): string {
  return [call.connection, call.operation, parametersText(call)].join(" ");
}

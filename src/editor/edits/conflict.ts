import * as vscode from "vscode";
import { prepareText } from "../documents/prepared.ts";
import { documentUri } from "../documents/reference.ts";
import type { Host } from "../host.ts";
import type { EditReference } from "./editable.ts";
import type { Fields } from "./three-way.ts";

interface Conflict {
  readonly theirs: Fields;
  readonly mine: Fields;
  readonly conflicts: readonly string[];
}

/** Shows a conflict as a diff, what the platform has on the left, and lets the person choose; undefined where they have not. */
export async function showConflict(
  host: Host,
  { connection }: EditReference,
  { theirs, mine, conflicts }: Conflict,
): Promise<"mine" | "theirs" | undefined> {
  const [left, right] = [side(connection, theirs), side("yours", mine)];
  await vscode.commands.executeCommand("vscode.diff", left, right, `${connection} now ↔ yours`, {
    preview: true,
  });
  const overwrite = "Overwrite";
  const take = "Use the Server's";
  const answer = await host.ask.offer({
    id: "conflict",
    level: "warning",
    message: `${conflicts.join(", ")} was changed on ${connection} since you opened it. The diff shows both.`,
    actions: [overwrite, take],
  });
  if (answer === overwrite) return "mine";
  return answer === take ? "theirs" : undefined;
}

function side(name: string, fields: Fields): vscode.Uri {
  const text = `${JSON.stringify(fields, null, 2)}\n`;
  const uri = documentUri({ kind: "text", text }, `${name}.json`);
  prepareText(uri, text);
  return uri;
}

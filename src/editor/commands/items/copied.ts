import * as vscode from "vscode";

/** Copies lines, where there are any. */
export async function copyLines(lines: readonly string[]): Promise<void> {
  if (lines.length > 0) await vscode.env.clipboard.writeText(lines.join("\n"));
}

import * as vscode from "vscode";
import { helpAt } from "../../filter/language/hover.ts";
import type { Host } from "../host.ts";
import { filterAt } from "./filters.ts";

/** What the word at a position means, where that is inside a filter. */
export async function hover(
  host: Host,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.Hover | undefined> {
  const found = await filterAt(host, document, position);
  if (!found) return undefined;
  const { filter, offset } = found;
  const { attributes, sourceOf } = filter.schema;
  const help = helpAt(filter.text, offset, attributes, sourceOf);
  if (!help) return undefined;
  return new vscode.Hover(
    new vscode.MarkdownString(help.paragraphs.join("\n\n")),
    filter.rangeOf(help.range),
  );
}

import { markdownText } from "../tree/node.ts";
import type { Notice } from "./notice.ts";

/** Markdown of a tooltip, with the commands that its links may run. */
export interface Tooltip {
  readonly markdown: string;
  readonly commands: readonly string[];
}

/** One paragraph for each notice: what it says, and a link to what can be done about it. */
export function tooltipOf(notices: readonly Notice[]): Tooltip {
  const paragraphs = notices.map(
    ({ icon, text, detail, action }) =>
      `$(${icon}) **${markdownText(text)}** ${markdownText(detail)} [${action.title}](${linkOf(action)})`,
  );
  return {
    markdown: paragraphs.join("\n\n"),
    commands: [...new Set(notices.map(({ action }) => action.command))],
  };
}

function linkOf({ command, arguments: given }: Notice["action"]): string {
  return given === undefined
    ? `command:${command}`
    : `command:${command}?${encodeURIComponent(JSON.stringify(given)).replaceAll(/[()]/g, escaped)}`;
}

/** A parenthesis would end the link. */
function escaped(character: string): string {
  return character === "(" ? "%28" : "%29";
}

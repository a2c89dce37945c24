import type { HistoryEvent } from "../../platforms/agave/answers/common.ts";
import { pathText, type RemotePath } from "../remote-files/path.ts";

/** What has happened to a remote file, a line for each event, the oldest first. */
export function historyText(file: RemotePath, history: readonly HistoryEvent[]): string {
  const rows = history.map(({ created, status, createdBy = "", description = "" }) => [
    created,
    status,
    createdBy,
    description,
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  const nothing = "Agave remembers what it did itself: nothing of this file.";
  return [
    `${pathText(file)} of ${file.connection}`,
    "",
    ...(lines.length === 0 ? [nothing] : lines),
    "",
  ].join("\n");
}

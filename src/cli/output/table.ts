import stringWidth from "string-width";
import type { Paint } from "./paint.ts";

export interface Column {
  readonly title: string;
  readonly align?: "left" | "right";
}

/** Rows in aligned columns under their titles, by the width that a terminal gives to each character. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  paint: Paint,
): string[] {
  const widths = columns.map(({ title }, index) =>
    rows.reduce((widest, row) => Math.max(widest, stringWidth(row[index] ?? "")), stringWidth(title)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => {
        const room = " ".repeat(Math.max(0, (widths[index] ?? 0) - stringWidth(cell)));
        return columns[index]?.align === "right" ? room + cell : cell + room;
      })
      .join("  ")
      .trimEnd();
  return [paint("heading", line(columns.map(({ title }) => title))), ...rows.map(line)];
}

/** A text padded to a width on the terminal. */
export function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - stringWidth(text)));
}

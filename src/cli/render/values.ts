import type { DifferingValue } from "../../identity/keepable.ts";
import type { Paint } from "../output/paint.ts";
import { printable } from "../output/printable.ts";
import { padded } from "../output/table.ts";
import { originText } from "./change-lines.ts";
import { valueText } from "./value.ts";

/** Values of the target beside what their sources give, person by person. */
export function renderValues(
  values: readonly DifferingValue[],
  connection: string,
  paint: Paint,
): readonly string[] {
  const width = Math.max(0, ...values.map(({ attribute }) => attribute.length));
  return [...Map.groupBy(values, ({ targetId }) => targetId)].flatMap(([id, own]) => [
    `${printable(own[0]?.person ?? "")}${paint("faint", `  ${connection} ${printable(id)}`)}`,
    ...own.map(
      ({ attribute, value, source, origin }) =>
        `  ${padded(attribute, width)}  ${paint("good", valueText(value))}, and ${valueText(source)} at the source${originText(origin, paint)}`,
    ),
  ]);
}

import { originWords } from "../../identity/drift.ts";
import type { Change, Origin } from "../../identity/plan.ts";
import type { Paint } from "../output/paint.ts";
import { printable } from "../output/printable.ts";
import { padded } from "../output/table.ts";
import { valueText } from "./value.ts";

/** One change: who, each attribute before and after, and the reason. */
export function changeLines(change: Change, paint: Paint): string[] {
  const { id, person, set, why, target, ask } = change;
  const width = Math.max(0, ...Object.keys(set).map((name) => name.length));
  const where = target.id === null ? "" : `  ${printable(target.id)}`;
  return [
    `${printable(person)}${paint("faint", `${where}  [${id.slice(0, 8)}]`)}`,
    ...Object.entries(set).map(
      ([name, { from, to, origin }]) =>
        `  ${padded(name, width)}  ${paint("bad", valueText(from))} → ${paint("good", valueText(to))}${originText(origin, paint)}`,
    ),
    `  ${paint("faint", printable(why))}`,
    ...(ask
      ? [`  ${paint("warning", `Left to you: left out unless --with ${id.slice(0, 8)} takes it in.`)}`]
      : []),
  ];
}

/** Which side has moved, as it stands behind a value; empty where it is not known. */
export function originText(origin: Origin | undefined, paint: Paint): string {
  return origin ? ` ${paint("faint", `(${originWords[origin]})`)}` : "";
}

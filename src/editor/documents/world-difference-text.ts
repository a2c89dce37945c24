import type {
  AccountRef,
  AttributeDifference,
  ChangedAccount,
  ConnectionDifference,
} from "../../identity/compare-worlds.ts";
import type { SnapshotRef } from "../../identity/snapshot.ts";

/** Who joined, left or changed between two snapshots, connection by connection. */
export function worldDifferenceText(
  [before, after]: readonly [SnapshotRef, SnapshotRef],
  connections: readonly ConnectionDifference[],
): string {
  return [
    `From ${before.takenAt} to ${after.takenAt}`,
    ...connections.flatMap((difference) => ["", ...connectionLines(difference)]),
    "",
  ].join("\n");
}

function connectionLines({
  connection,
  complete,
  joined,
  left,
  changed,
}: ConnectionDifference): readonly string[] {
  const doubt = complete
    ? []
    : ["  Not read to its end both times: who seems to have joined or left may only not have been read."];
  return [
    `${connection}: ${joined.length} joined, ${left.length} left, ${changed.length} changed`,
    ...doubt,
    ...joined.map((account) => `  + ${refText(account)}`),
    ...left.map((account) => `  - ${refText(account)}`),
    ...changed.flatMap(changedLines),
  ];
}

function changedLines({ attributes, ...account }: ChangedAccount): readonly string[] {
  const values = Object.entries(attributes).map(
    ([name, { from, to }]: readonly [string, AttributeDifference]) =>
      `      ${name}: ${valueText(from)} → ${valueText(to)}`,
  );
  return [`  ~ ${refText(account)}`, ...values];
}

function refText({ id, person }: AccountRef): string {
  return id === person ? id : `${person}  ${id}`;
}

function valueText(value: unknown): string {
  return value === undefined ? "none" : JSON.stringify(value);
}

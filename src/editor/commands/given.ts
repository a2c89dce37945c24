import { Handle } from "../tree/handle.ts";
import type { NodeSubject } from "../tree/node.ts";

/** The item that a command was run on. */
export function givenHandle(given: readonly unknown[]): Handle | undefined {
  return given[0] instanceof Handle ? given[0] : undefined;
}

/** What the items stand for that a command was run on: all selected ones where the item is among them. With a flag, only items that have it. */
export function givenSubjects<S extends NodeSubject>(
  given: readonly unknown[],
  kind: S["kind"],
  flag?: string,
): readonly S[] {
  const handle = givenHandle(given);
  const selected = Array.isArray(given[1]) ? given[1].filter((item) => item instanceof Handle) : [];
  const handles = handle === undefined || selected.includes(handle) ? selected : [handle];
  return (handles.length > 0 || handle === undefined ? handles : [handle]).flatMap(({ node }) =>
    node.subject?.kind === kind && (flag === undefined || node.flags?.includes(flag))
      ? [node.subject as S]
      : [],
  );
}

/** The first of them. */
export function givenSubject<S extends NodeSubject>(
  given: readonly unknown[],
  kind: S["kind"],
): S | undefined {
  const subject = givenHandle(given)?.node.subject;
  return subject?.kind === kind ? (subject as S) : undefined;
}

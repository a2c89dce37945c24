import { givenSubjects } from "../commands/given.ts";
import type { NodeSubject } from "../tree/node.ts";

/** Something that hangs below a resource and has an id of its own. Its kind is its name in `contents`, too. */
export interface PartSubject<Data = unknown> extends NodeSubject {
  readonly kind: "metadata" | "notification";
  readonly connection: string;
  readonly id: string;
  /** For people. */
  readonly name: string;
  /** As the platform gave it. */
  readonly data: Data;
  /** What is shown of it as JSON. */
  readonly json: unknown;
}

const kinds: readonly PartSubject["kind"][] = ["metadata", "notification"];

/** The parts that a command was run on. */
export function givenParts(given: readonly unknown[]): readonly PartSubject[] {
  return kinds.flatMap((kind) => givenSubjects<PartSubject>(given, kind));
}

import type { NamedAttribute } from "../identity/mapping/complete.ts";
import { attributePaths } from "./attributes.ts";
import { JsonString } from "./json-string.ts";
import { platformFacts, platformNames } from "./platform-facts.ts";
import { stringNodesAt } from "./string-nodes.ts";
import type { TextDocument } from "./text-document.ts";

/** A text of a rollcall.jsonc that says where a value comes from: an attribute or an expression, and may be half typed. */
export interface ExpressionPlace {
  readonly string: JsonString;
  /** The attributes of the sources. */
  readonly attributes: readonly NamedAttribute[];
}

const paths = [
  ["reconcile", "set", "*", "from"],
  ["reconcile", "set", "*", "from", "*"],
];

/** The texts of a file that say where values come from, as far as it can be read. */
export function expressionPlaces(document: TextDocument): readonly ExpressionPlace[] {
  const nodes = paths.flatMap((path) => stringNodesAt(document, path));
  if (nodes.length === 0) return [];
  const attributes = sourceAttributes(document);
  return nodes.map((node) => ({ string: new JsonString(document.text, node), attributes }));
}

function sourceAttributes(document: TextDocument): readonly NamedAttribute[] {
  return stringNodesAt(document, ["reconcile", "sources", "*"]).flatMap(({ value: source }) => {
    const written: unknown = document.nodeAt(["connections", source, "platform"])?.value;
    const platform = platformNames.find((name) => name === written);
    if (platform === undefined) return [];
    const { title } = platformFacts[platform];
    return attributePaths(platform).map((path) => ({
      name: `${source}.${path}`,
      help: `Of an account of ${title}`,
    }));
  });
}

import type { JSONPath } from "jsonc-parser";
import type { CheckFilter } from "../filter/language/problems.ts";
import { attributePaths } from "./attributes.ts";
import { accountSchema, type FilterSchema, personSchema } from "./filter-schemas.ts";
import { checkPersonFilter, checkUserFilter } from "./filter-text.ts";
import { JsonString } from "./json-string.ts";
import { type PlatformName, platformNames } from "./platform-facts.ts";
import { stringNodesAt } from "./string-nodes.ts";
import type { TextDocument } from "./text-document.ts";

/** A filter of a rollcall.jsonc that may be half typed. */
export interface FilterPlace {
  readonly role: "scope" | "protect" | "when" | "limit";
  readonly string: JsonString;
  /** Where the whole string ends in the file. */
  readonly end: number;
  readonly schema: FilterSchema;
  readonly check: CheckFilter;
}

/** Where a filter stands in the file; `*` is any place of a list. */
const patterns: readonly { readonly role: FilterPlace["role"]; readonly path: readonly string[] }[] = [
  { role: "scope", path: ["reconcile", "scope"] },
  { role: "protect", path: ["reconcile", "protect"] },
  { role: "protect", path: ["reconcile", "protect", "filter"] },
  { role: "when", path: ["reconcile", "set", "*", "when"] },
  { role: "limit", path: ["reconcile", "limits", "scoped", "*", "filter"] },
];

/** The filters of a file, as far as it can be read. */
export function filterPlaces(document: TextDocument): readonly FilterPlace[] {
  return patterns.flatMap(({ role, path }) =>
    stringNodesAt(document, path).map((node) => ({
      role,
      string: new JsonString(document.text, node),
      end: node.offset + node.length,
      ...(role === "when" ? ofPeople(document) : ofUsers(document)),
    })),
  );
}

function ofUsers(document: TextDocument): Pick<FilterPlace, "schema" | "check"> {
  const platform = platformOf(document, textAt(document, ["reconcile", "target"]));
  return { schema: accountSchema(platform ?? "scim"), check: checkUserFilter };
}

function ofPeople(document: TextDocument): Pick<FilterPlace, "schema" | "check"> {
  const sources = document.nodeAt(["reconcile", "sources"])?.children ?? [];
  const names = [textAt(document, ["reconcile", "target"]), ...sources.map(({ value }) => value)];
  const platforms = new Map<string, PlatformName>();
  for (const name of names) {
    const platform = typeof name === "string" ? platformOf(document, name) : undefined;
    if (typeof name === "string" && platform) platforms.set(name, platform);
  }
  const attributes = new Map([...platforms].map(([name, platform]) => [name, attributePaths(platform)]));
  return { schema: personSchema(platforms), check: checkPersonFilter(attributes) };
}

function platformOf(document: TextDocument, connection: string | undefined): PlatformName | undefined {
  if (connection === undefined) return undefined;
  const platform = textAt(document, ["connections", connection, "platform"]);
  return platformNames.find((name) => name === platform);
}

function textAt(document: TextDocument, path: JSONPath): string | undefined {
  const value: unknown = document.nodeAt(path)?.value;
  return typeof value === "string" ? value : undefined;
}

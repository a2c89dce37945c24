import { type AttributePath, extensionOf, parsePath } from "../path.ts";

/** Where RFC 7643 defines an attribute of SCIM users, in a sentence. Undefined for a text that is no attribute path. */
export function sectionOf(path: string): string | undefined {
  const parsed = parsePath(path);
  return parsed && `RFC 7643 section ${numberOf(parsed)}.`;
}

const sections: ReadonlyMap<string, string> = new Map([
  ["schemas", "3"],
  ["id", "3.1"],
  ["externalid", "3.1"],
  ["meta", "3.1"],
]);

function numberOf(path: AttributePath): string {
  if (extensionOf(path) !== undefined) return "4.3";
  return sections.get(path.name.toLowerCase()) ?? "4.1";
}

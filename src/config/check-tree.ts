import type { Node } from "jsonc-parser";
import type { ConfigurationProblem } from "./problem.ts";
import { looksSecret } from "./secret-names.ts";
import { secretNames, secretVariable } from "./secrets.ts";
import type { TextDocument } from "./text-document.ts";

/** Names that JavaScript objects carry anyway. */
const reservedNames = ["__proto__", "constructor", "prototype"];

/** What must not be anywhere in the file: secrets, names given twice, and names that could be mistaken for an object's own. */
export function checkTree(document: TextDocument): readonly ConfigurationProblem[] {
  return document.root ? checkNode(document.root, [], document) : [];
}

function checkNode(node: Node, path: readonly string[], document: TextDocument): ConfigurationProblem[] {
  if (node.type === "array")
    return (node.children ?? []).flatMap((child) => checkNode(child, path, document));
  if (node.type !== "object") return [];
  const seen = new Set<string>();
  return (node.children ?? []).flatMap(({ children: [name, value] = [] }) => {
    if (!name) return [];
    const key = String(name.value);
    const problems: ConfigurationProblem[] = [];
    if (seen.has(key))
      problems.push(document.problem("duplicate", `"${key}" is given twice. Remove one.`, name));
    if (reservedNames.includes(key))
      problems.push(document.problem("invalid", `"${key}" cannot be a name here.`, name));
    seen.add(key);
    if (value?.type === "string" && looksSecret(key))
      problems.push(document.problem("secret", secretMessage(key, path), name));
    return value ? [...problems, ...checkNode(value, [...path, key], document)] : problems;
  });
}

function secretMessage(key: string, path: readonly string[]): string {
  const [section, connection] = path;
  const secret =
    secretNames.find((name) => name.toLowerCase() === key.toLowerCase().replace(/[^a-z]/g, "")) ?? "token";
  const variable =
    section === "connections" && connection !== undefined ? secretVariable(connection, secret) : undefined;
  return [
    "A secret must not be in this file, where it would be shared and committed. Remove it",
    variable === undefined
      ? " and sign in from the editor or by environment variables."
      : `: in the editor run "Rollcall: Sign In", on the command line set ${variable}.`,
  ].join("");
}

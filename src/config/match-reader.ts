import type { JSONPath } from "jsonc-parser";
import type { MatchPart, MatchRule } from "../identity/policy.ts";
import { isCompound, type WrittenMatchPart, type WrittenMatchRule } from "./match-schema.ts";
import type { Report, RuleAttributes } from "./rule-attributes.ts";

/** Reads a rule of `match` that stands at a path of the file, and reports what is wrong with it. */
export function readMatchRule(
  written: WrittenMatchRule,
  path: JSONPath,
  attributes: RuleAttributes,
  report: Report,
): MatchRule {
  const readPart = ({ target, source }: WrittenMatchPart, at: JSONPath): MatchPart => {
    attributes.checkTarget(target, [...at, "target"]);
    return { target, source: attributes.source(source, [...at, "source"]) };
  };
  if (!isCompound(written)) return readPart(written, path);
  const all = written.all.map((part, index) => readPart(part, [...path, "all", index]));
  const connection = all[0]?.source.connection ?? "";
  all.forEach(({ source }, index) => {
    if (source.connection === connection) return;
    const message = `Every source of one rule is of the same connection, and the first is of "${connection}".`;
    report("invalid", message, [...path, "all", index, "source"]);
  });
  return { all };
}

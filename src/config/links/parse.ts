import { inOrderOfPair, type Pin } from "../../identity/pin.ts";
import type { Policy } from "../../identity/policy.ts";
import { checkTree } from "../check-tree.ts";
import type { ConfigurationProblem } from "../problem.ts";
import { checkAgainst } from "../structure.ts";
import { didYouMean } from "../suggest.ts";
import { TextDocument } from "../text-document.ts";
import { contradictionWith } from "./contradiction.ts";
import { type LinkEntry, type LinkSection, linkSections } from "./entry.ts";
import { linksSchema } from "./schema.ts";

/** A parsed links file: what it says where nothing is wrong with it, else every problem in the order of the text. */
export interface ParsedLinks {
  readonly entries: readonly LinkEntry[];
  readonly problems: readonly ConfigurationProblem[];
}

/** Parses and checks the text of a links file for a policy: JSON with comments and trailing commas. An empty text says nothing. */
export function parseLinks(text: string, policy: Pick<Policy, "target" | "sources">): ParsedLinks {
  const document = new TextDocument(text.replace(/^\ufeff/, " "));
  if (text.trim() === "") return { entries: [], problems: [] };
  const syntax = document.syntaxProblems();
  if (syntax.length > 0) return { entries: [], problems: syntax };
  const { written, problems: structure } = checkAgainst(linksSchema, document);
  const problems = [...checkTree(document), ...structure];
  const entries: LinkEntry[] = [];
  for (const section of linkSections) {
    for (const [index, { target, source, id, note }] of (written?.[section] ?? []).entries()) {
      const pin = { targetId: target, connection: source, id, ...(note !== undefined && { note }) };
      problems.push(...checkEntry(document, entries, { section, index, pin }, policy));
      entries.push({ section, index, pin, line: lineOf(document, section, index) });
    }
  }
  if (problems.length === 0) return { entries, problems };
  return { entries: [], problems: problems.toSorted((one, other) => one.offset - other.offset) };
}

/** The pins of one list, in an order that does not depend on the file's. */
export function pinsOf(entries: readonly LinkEntry[], section: LinkSection): readonly Pin[] {
  return inOrderOfPair(entries.filter((entry) => entry.section === section).map(({ pin }) => pin));
}

function checkEntry(
  document: TextDocument,
  earlier: readonly LinkEntry[],
  { section, index, pin }: Omit<LinkEntry, "line">,
  { target, sources }: Pick<Policy, "target" | "sources">,
): readonly ConfigurationProblem[] {
  const at = (name: string) => document.placeOf([section, index, name]);
  if (!sources.includes(pin.connection)) {
    const message = `"${pin.connection}" is not one of the sources. ${didYouMean(pin.connection, sources)}`;
    return [document.problem("unknownConnection", message, at("source"))];
  }
  const contradiction = contradictionWith(earlier, section, pin, target);
  if (!contradiction) return [];
  return [document.problem(contradiction.kind, `${contradiction.message} Remove one of the two.`, at("id"))];
}

function lineOf(document: TextDocument, section: LinkSection, index: number): number {
  return document.problem("invalid", "", document.placeOf([section, index])).line;
}

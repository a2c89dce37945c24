import * as vscode from "vscode";
import { type FilterPlace, filterPlaces } from "../../config/filter-places.ts";
import { accountSchema, type FilterSchema } from "../../config/filter-schemas.ts";
import { JsonString } from "../../config/json-string.ts";
import { TextDocument } from "../../config/text-document.ts";
import type { Range } from "../../filter/error.ts";
import { type CheckFilter, schemaErrors } from "../../filter/language/problems.ts";
import { isConfiguration } from "../configuration/is-configuration.ts";
import type { Host } from "../host.ts";
import { filterLanguage } from "../identifiers.ts";

/** A filter in a document, which may be half typed. */
export interface DocumentFilter {
  /** `file`: the document is the filter. */
  readonly role: FilterPlace["role"] | "file";
  readonly text: string;
  readonly schema: FilterSchema;
  readonly check: CheckFilter;
  /** Where the filter ends for the eye: behind the quote that closes it. */
  readonly end: vscode.Position;
  /** The place in the document of a stretch of the filter. */
  rangeOf(range: Range): vscode.Range;
  /** The place in the filter of a position in the document. Undefined where that is outside. */
  offsetOf(position: vscode.Position): number | undefined;
  /** A text of filters as it is written in the document. */
  written(text: string): string;
}

/** The filters of a document, in its order: those of a rollcall.jsonc in a trusted folder, or the one that a filter file is. */
export async function filtersOf(
  host: Host,
  document: vscode.TextDocument,
): Promise<readonly DocumentFilter[]> {
  if (document.languageId === filterLanguage) return [await wholeFilter(host, document)];
  if (!isConfiguration(document) || !vscode.workspace.isTrusted) return [];
  return filterPlaces(new TextDocument(document.getText())).map((place) => placedFilter(document, place));
}

/** The filter at a position of a document, and the place in it. */
export async function filterAt(
  host: Host,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<{ readonly filter: DocumentFilter; readonly offset: number } | undefined> {
  for (const filter of await filtersOf(host, document)) {
    const offset = filter.offsetOf(position);
    if (offset !== undefined) return { filter, offset };
  }
  return undefined;
}

function placedFilter(document: vscode.TextDocument, place: FilterPlace): DocumentFilter {
  const { role, string, end, schema, check } = place;
  return {
    role,
    text: string.text,
    schema,
    check,
    end: document.positionAt(end),
    rangeOf: (range) =>
      new vscode.Range(
        document.positionAt(string.toFile(range.start)),
        document.positionAt(string.toFile(range.end)),
      ),
    offsetOf: (position) => string.fromFile(document.offsetAt(position)),
    written: JsonString.escaped,
  };
}

/** A filter file is about the users of the target, where a configuration names one. */
async function wholeFilter(host: Host, document: vscode.TextDocument): Promise<DocumentFilter> {
  const state = await host.configuration.state();
  const configuration = "configuration" in state ? state.configuration : undefined;
  const target = configuration?.connections[configuration.policy?.target ?? ""];
  const text = document.getText();
  const schema = accountSchema(target?.platform ?? "scim");
  const known = accountSchema("scim").attributes;
  return {
    role: "file",
    text,
    schema,
    check: schemaErrors(known, (path) => `SCIM users have no attribute "${path}".`),
    end: document.positionAt(text.trimEnd().length),
    rangeOf: ({ start, end }) => new vscode.Range(document.positionAt(start), document.positionAt(end)),
    offsetOf: (position) => document.offsetAt(position),
    written: (written) => written,
  };
}

import { parseJson, type SandboxRequest } from "../../server/message.ts";
import type { MetaKind } from "./kinds.ts";
import { matches, QueryError } from "./query.ts";
import { type MetaRecord, metaResource } from "./record.ts";

/** The records that a request asks for, the last changed first; or why its query is refused, for an answer of 400. */
export function selectRecords(
  { query }: SandboxRequest,
  records: readonly MetaRecord[],
  { sortable }: MetaKind,
): readonly MetaRecord[] | { readonly fault: string } {
  const orderBy = query.get("orderBy") ?? "lastUpdated";
  if (!sortable.includes(orderBy)) return { fault: `Invalid sort field: ${orderBy}` };
  const order = (query.get("order") ?? "DESC").toUpperCase();
  if (order !== "ASC" && order !== "DESC") return { fault: `Invalid order: ${query.get("order")}` };
  try {
    const wanted = readQuery(query.get("q"));
    const found = records
      .map((record) => ({ record, shown: metaResource(record) }))
      .filter(({ shown }) => wanted === undefined || matches(shown, wanted))
      .map(({ record, shown }) => ({ record, key: shown[orderBy] }))
      .sort((left, right) => compare(left.key, right.key));
    if (order === "DESC") found.reverse();
    return found.map(({ record }) => record);
  } catch (error) {
    if (error instanceof QueryError) return { fault: `Malformed JSON Query: ${error.message}` };
    throw error;
  }
}

/** The query in `q`, which the service decodes once more after the server has. */
function readQuery(text: string | null): unknown {
  if (text === null || text.trim() === "") return undefined;
  const value = parseJson(decodeAgain(text));
  if (value === undefined) throw new QueryError(`${text} is not valid JSON`);
  return value;
}

function decodeAgain(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    throw new QueryError("a % in it has to be encoded twice");
  }
}

function compare(left: unknown, right: unknown): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  const [a, b] = [sortText(left), sortText(right)];
  return a < b ? -1 : Number(a > b);
}

const sortText = (value: unknown): string =>
  typeof value === "string" ? value : (JSON.stringify(value) ?? "");

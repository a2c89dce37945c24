import { jsonProblem } from "../../session/operation/value.ts";
import type { Remark } from "../ui/ask.ts";

/** The query that a text stands for: a Mongo query as JSON, or a name. Undefined for all metadata. */
export function queryOf(text: string): string | undefined {
  const query = text.trim();
  if (query === "") return undefined;
  return query.startsWith("{") ? query : JSON.stringify({ name: query });
}

/** What is wrong with a query while it is typed. */
export function queryRemark(text: string): Remark | undefined {
  if (!text.trim().startsWith("{")) return undefined;
  const problem = jsonProblem(text);
  return problem === undefined ? undefined : { message: `This is no JSON: ${problem}.` };
}

import { decode, isHtml, jsonOf } from "../../http/answer.ts";
import type { Failure } from "../../http/failure.ts";
import type { RawAnswer } from "../../http/message.ts";
import { asCount, asFields, asText } from "../read.ts";

const longestPlainText = 300;

/** Reads both error shapes of Astakos: plain text (0.13) and a fault such as `{"unauthorized":{"code":401,"message"}}` (0.14). */
export function readAstakosFailure(answer: RawAnswer): Failure | undefined {
  const fields = asFields(jsonOf(answer.body));
  for (const [code, value] of Object.entries(fields ?? {})) {
    const fault = asFields(value);
    if (fault && asCount(fault.code) !== undefined) {
      const details = asText(fault.details);
      return { code, text: [asText(fault.message), details].filter(Boolean).join(": ") || undefined };
    }
  }
  const text = decode(answer.body).trim();
  if (fields !== undefined || text === "" || text.length > longestPlainText || isHtml(text)) return undefined;
  return { text };
}

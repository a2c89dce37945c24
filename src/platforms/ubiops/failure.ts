import { decode, jsonOf } from "../../http/answer.ts";
import type { Failure } from "../../http/failure.ts";
import type { RawAnswer } from "../../http/message.ts";
import { asFields, asText } from "../read.ts";
import { elementOf } from "../xml.ts";

/**
 * Reads the error shapes of UbiOps in the order in which its own client does: `{"error"}`, `{"error_message"}`, and the XML of its
 * storage, `<Details>` or `<Message>`.
 */
export function readUbiopsFailure(answer: RawAnswer): Failure | undefined {
  const fields = asFields(jsonOf(answer.body));
  const said = fields?.error ?? fields?.error_message;
  if (said !== undefined && said !== null) return { text: asText(said) ?? JSON.stringify(said) };
  const text = decode(answer.body);
  if (!text.trimStart().startsWith("<")) return undefined;
  const words = elementOf(text, "Details") ?? elementOf(text, "Message");
  return words === undefined ? undefined : { text: words, code: elementOf(text, "Code") };
}

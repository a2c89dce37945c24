import { decode, jsonOf } from "../../http/answer.ts";
import type { FailureKind } from "../../http/error.ts";
import type { Failure } from "../../http/failure.ts";
import type { RawAnswer } from "../../http/message.ts";
import { asFields, asText, type Fields } from "../read.ts";
import { elementOf } from "../xml.ts";

const expiredCodes: ReadonlySet<string> = new Set(["900903", "900904"]);

/**
 * Reads the error shapes that Agave answers with: the services' envelope, that of Abaco and of its web server, the gateway's XML and
 * JSON faults (WSO2), and the token endpoint's `{"error","error_description"}` (RFC 6749 section 5.2).
 */
export function readAgaveFailure(answer: RawAnswer): Failure | undefined {
  const xml = xmlFault(answer);
  if (xml !== undefined) return xml;
  const fields = asFields(jsonOf(answer.body)) ?? pythonFields(answer);
  const fault = asFields(fields?.fault);
  if (fault !== undefined)
    return { code: asText(fault.code), text: asText(fault.message) ?? asText(fault.description) };
  const oauth = asText(fields?.error);
  if (oauth !== undefined) return { code: oauth, text: asText(fields?.error_description) ?? oauth };
  if (fields !== undefined && "status" in fields && "message" in fields) {
    const text = asText(fields.message);
    return { text, ...kindSaid(answer.status, text ?? "", fields) };
  }
  return undefined;
}

/**
 * Whether a refusal is the gateway's word that the token has expired: a WSO2 XML fault with code 900903 or 900904, or the JSON fault
 * "Invalid Credentials". The services' own 401 is in their envelope and is something else.
 */
export function saysExpired(answer: RawAnswer): boolean {
  const xml = xmlFault(answer);
  if (xml !== undefined) return expiredCodes.has(xml.code ?? "");
  const fault = asFields(asFields(jsonOf(answer.body))?.fault);
  return asText(fault?.message)?.startsWith("Invalid Credentials") ?? false;
}

/** Whether a refusal is the gateway's word that it does not know the token: a WSO2 XML fault with code 900901. */
export function saysUnknown(answer: RawAnswer): boolean {
  return xmlFault(answer)?.code === "900901";
}

/**
 * The services answer 401 where a permission is missing; it is about signing in only where they speak of credentials. Abaco, whose
 * errors have a `result` of null, answers 400 to nearly everything.
 */
function kindSaid(status: number, text: string, fields: Fields): { readonly kind?: FailureKind } {
  if (status === 401) return /authentication credentials/i.test(text) ? {} : { kind: "forbidden" };
  if (status !== 400 || fields.result !== null) return {};
  if (/\b(?:not have|insufficient|not authorized|lack|permission denied)\b/i.test(text))
    return { kind: "forbidden" };
  return /\bnot found\b|^no \w+ found\b/i.test(text) ? { kind: "notFound" } : {};
}

/** Abaco's web server has error pages that were written for Python: `"result": None`. */
function pythonFields({ body }: RawAnswer): Fields | undefined {
  const text = decode(body);
  if (!text.trimStart().startsWith("{")) return undefined;
  const words: Readonly<Record<string, string>> = { None: "null", True: "true", False: "false" };
  const json = text.replace(
    /(:\s*)(None|True|False)(?=\s*[,}])/g,
    (_, colon, word) => `${colon}${words[word]}`,
  );
  return asFields(jsonOf(Buffer.from(json, "utf8")));
}

function xmlFault(answer: RawAnswer): Failure | undefined {
  const text = decode(answer.body);
  if (!text.trimStart().startsWith("<") || !/<(?:\w+:)?fault\b/i.test(text)) return undefined;
  return {
    code: elementOf(text, "code"),
    text: elementOf(text, "message") ?? elementOf(text, "description"),
  };
}

import { decode, jsonOf } from "../../http/answer.ts";
import type { Failure } from "../../http/failure.ts";
import type { RawAnswer } from "../../http/message.ts";
import { asFields, asText } from "../read.ts";

const expiredCodes: ReadonlySet<string> = new Set(["900903", "900904"]);

/**
 * Reads the error shapes that Agave answers with: the services' envelope, the gateway's XML and JSON faults (WSO2), and the token
 * endpoint's `{"error","error_description"}` (RFC 6749 section 5.2).
 */
export function readAgaveFailure(answer: RawAnswer): Failure | undefined {
  const xml = xmlFault(answer);
  if (xml !== undefined) return xml;
  const fields = asFields(jsonOf(answer.body));
  const fault = asFields(fields?.fault);
  if (fault !== undefined)
    return { code: asText(fault.code), text: asText(fault.message) ?? asText(fault.description) };
  const oauth = asText(fields?.error);
  if (oauth !== undefined) return { code: oauth, text: asText(fields?.error_description) ?? oauth };
  if (fields !== undefined && "status" in fields && "message" in fields)
    return { text: asText(fields.message) };
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

function xmlFault(answer: RawAnswer): Failure | undefined {
  const text = decode(answer.body);
  if (!text.trimStart().startsWith("<") || !/<(?:\w+:)?fault\b/i.test(text)) return undefined;
  return { code: element(text, "code"), text: element(text, "message") ?? element(text, "description") };
}

function element(xml: string, name: string): string | undefined {
  return new RegExp(`<(?:\\w+:)?${name}>\\s*([^<]*?)\\s*<`, "i").exec(xml)?.[1] || undefined;
}

/** An attribute path of RFC 7644 section 3.4.2.2, `[URN ":"] name ["." sub]`, in its parts as they were written. */
export interface AttributePath {
  readonly urn?: string;
  readonly name: string;
  readonly sub?: string;
}

/**
 * ATTRNAME of RFC 7643 section 2.1, with a leading `$` for `$ref`. `__proto__` is the one name with a leading underscore: it is
 * an ordinary key of a JSON object, and a filter may ask for it like for any other.
 */
const name = /^(?:\$?[A-Za-z][\w-]*|__proto__)$/;
const urn = /^urn:[^\s:"()[\]]+(?::[^\s:"()[\]]+)*$/i;
const coreUrn = /^urn:ietf:params:scim:schemas:core:2\.0:/i;

/** Reads an attribute path: `userName`, `emails.value`, `urn:…:User:name.familyName`. Undefined where the text is none. */
export function parsePath(text: string): AttributePath | undefined {
  const colon = text.lastIndexOf(":");
  if (colon < 0) return parseNames(text);
  const prefix = text.slice(0, colon);
  const names = urn.test(prefix) ? parseNames(text.slice(colon + 1)) : undefined;
  return names && { urn: prefix, ...names };
}

function parseNames(text: string): AttributePath | undefined {
  const dot = text.indexOf(".");
  if (dot < 0) return name.test(text) ? { name: text } : undefined;
  const [first, sub] = [text.slice(0, dot), text.slice(dot + 1)];
  return name.test(first) && name.test(sub) ? { name: first, sub } : undefined;
}

/** Whether a text is one attribute name, without URN or sub-attribute. */
export function isAttributeName(text: string): boolean {
  return name.test(text);
}

/** Whether a URN names a core schema (RFC 7643 section 8.7.1): its attributes lie in the resource itself, not under the URN. */
export function isCoreUrn(text: string): boolean {
  return coreUrn.test(`${text}:`);
}

/** The extension whose object holds the attribute; undefined for an attribute of the resource itself. */
export function extensionOf(path: AttributePath): string | undefined {
  return path.urn === undefined || isCoreUrn(path.urn) ? undefined : path.urn;
}

/** Whether two attribute names or URNs are the same: they differ in the case of ASCII letters at most (RFC 7643 section 2.1). */
export function sameName(one: string, other: string): boolean {
  if (one === other) return true;
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i++) {
    if (lowerAscii(one.charCodeAt(i)) !== lowerAscii(other.charCodeAt(i))) return false;
  }
  return true;
}

/** The code of an ASCII capital letter in lower case; any other code as it is. */
export function lowerAscii(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code | 0x20 : code;
}

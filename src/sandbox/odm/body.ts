import { parseJson, type SandboxRequest, textOf } from "../server/message.ts";
import { ScimError } from "./scim.ts";

/** The JSON value of a request's body. Throws `ScimError` 400 where it is none. */
export function jsonBody(request: SandboxRequest): unknown {
  const body = parseJson(textOf(request));
  if (body === undefined) throw new ScimError(400, "The request body is not valid JSON.", "invalidSyntax");
  return body;
}

import { isObject, parseJson, type SandboxRequest, textOf } from "../server/message.ts";
import type { ServiceUser } from "./serviceUser.ts";

/** What a request sets of a service user; what is absent stays as it is. */
export type ServiceUserWrite = Partial<Pick<ServiceUser, "name" | "origins" | "expires">>;

/** A body that UbiOps refuses with 400 and this message. */
export class BodyError extends Error {}

const longestName = 256;
const isoDate = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * Reads the body of a creation or an update. Everything is optional and what UbiOps does not know is ignored; a null
 * `expiry_date` means never. Throws `BodyError`.
 */
export function readServiceUser(request: SandboxRequest): ServiceUserWrite {
  const body = parseJson(textOf(request));
  if (!isObject(body)) throw new BodyError("JSON parse error: the body must be a JSON object.");
  const { name, allowed_cors_origins: origins, expiry_date: expires } = body;
  return {
    ...(name === undefined ? {} : { name: readName(name) }),
    ...(origins === undefined ? {} : { origins: readOrigins(origins) }),
    ...(expires === undefined ? {} : { expires: expires === null ? null : readDate(expires) }),
  };
}

function readName(name: unknown): string {
  if (typeof name !== "string") throw new BodyError("name: Not a valid string.");
  if (name === "") throw new BodyError("name: This field may not be blank.");
  if (name.length > longestName) {
    throw new BodyError(`name: Ensure this field has no more than ${longestName} characters.`);
  }
  return name;
}

function readOrigins(origins: unknown): readonly string[] {
  if (!Array.isArray(origins)) throw new BodyError("allowed_cors_origins: Expected a list of items.");
  return origins.map((origin) => {
    if (typeof origin === "string" && /^https?:\/\/[^/\s]+$/.test(origin)) return origin;
    throw new BodyError(`allowed_cors_origins: ${JSON.stringify(origin)} is not a valid origin.`);
  });
}

/** A date and time in ISO 8601, in UTC where it names no offset. */
function readDate(value: unknown): number {
  const [text, offset] = (typeof value === "string" ? isoDate.exec(value) : null) ?? [];
  const time =
    text === undefined ? Number.NaN : Date.parse(offset || !text.includes("T") ? text : `${text}Z`);
  if (Number.isNaN(time)) throw new BodyError("expiry_date: The date has the wrong format. Use ISO 8601.");
  return time;
}

import { jsonReply, type Reply } from "../server/message.ts";
import type { OdmUser } from "../world/records.ts";

export const userSchema = "urn:ietf:params:scim:schemas:core:2.0:User";
export const groupSchema = "urn:ietf:params:scim:schemas:core:2.0:Group";
export const patchSchema = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
const listSchema = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
const errorSchema = "urn:ietf:params:scim:api:messages:2.0:Error";
const contentType = "application/scim+json";

/** The error types of RFC 7644 section 3.12 that ODM uses. */
export type ScimType =
  | "uniqueness"
  | "mutability"
  | "invalidSyntax"
  | "invalidFilter"
  | "invalidPath"
  | "invalidValue"
  | "noTarget";

/** A refusal in the terms of SCIM. */
export class ScimError extends Error {
  readonly status: number;
  readonly scimType: ScimType | undefined;
  constructor(status: number, detail: string, scimType?: ScimType) {
    super(detail);
    this.status = status;
    this.scimType = scimType;
  }
}

/** An answer of ODM: every one is `application/scim+json`. */
export function scimReply(status: number, value: unknown): Reply {
  return jsonReply(status, value, contentType);
}

/** A SCIM error (RFC 7644 section 3.12); `status` is a string there. */
export function scimErrorReply({ status, scimType, message }: ScimError): Reply {
  return scimReply(status, { schemas: [errorSchema], status: String(status), scimType, detail: message });
}

/** The other error shape of ODM, which it uses for 401 and for failures of its own. */
export function odmErrorReply(status: number, message: string): Reply {
  return scimReply(status, { error: { message } });
}

/** One page of a list (RFC 7644 section 3.4.2). `start` is 0-based. */
export function listReply(total: number, start: number, resources: readonly unknown[]): Reply {
  return scimReply(200, {
    schemas: [listSchema],
    totalResults: total,
    startIndex: start + 1,
    itemsPerPage: resources.length,
    Resources: resources,
  });
}

/** A user as ODM shows it. There is no `meta.location` and no `meta.version`. */
export function userResource(user: OdmUser): unknown {
  return {
    schemas: [userSchema],
    id: user.id,
    externalId: user.externalId,
    userName: user.userName,
    displayName: user.displayName,
    active: user.active,
    emails: [{ type: "work", value: user.email, primary: true }],
    meta: { resourceType: "User", created: user.created, lastModified: user.lastModified },
  };
}

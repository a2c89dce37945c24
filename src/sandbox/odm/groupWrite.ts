import { isObject, parseJson } from "../server/message.ts";
import { textValue } from "./attributes.ts";
import type { GroupWrite } from "./groupStore.ts";
import { objectValue, type PatchOperation, parsePath, readOperations } from "./patchOperations.ts";
import { groupSchema, ScimError } from "./scim.ts";

/** Whether there is a user of an id. */
type UserExists = (id: string) => boolean;

const readOnly = new Set(["id", "meta"]);
const oneMember = /^\[ *value +eq +("(?:[^"\\]|\\.)*") *\]$/i;

/**
 * Reads the body of a creation: `displayName` is required, and there may be no members yet. What ODM does not know is
 * ignored. Throws `ScimError` 400.
 */
export function readNewGroup(body: unknown): Pick<GroupWrite, "displayName" | "externalId"> {
  if (!isObject(body)) throw new ScimError(400, "The request body must be a JSON object.", "invalidSyntax");
  const { displayName, externalId, members } = body;
  if (members !== undefined && members !== null && !(Array.isArray(members) && members.length === 0)) {
    throw new ScimError(400, 'The attribute "members" must be empty in a new group.', "invalidValue");
  }
  return { displayName: textValue("displayName", displayName), externalId: readExternalId(externalId) };
}

/** Applies a PATCH request (RFC 7644 section 3.5.2) to a group, as a whole. Throws `ScimError` 400. */
export function patchGroup(group: GroupWrite, body: unknown, exists: UserExists): GroupWrite {
  return readOperations(body).reduce((draft, operation) => apply(draft, operation, exists), group);
}

function apply(draft: GroupWrite, { op, path, value }: PatchOperation, exists: UserExists): GroupWrite {
  if (path !== undefined) return applyAt(draft, op, path, value, exists);
  if (op === "remove") throw new ScimError(400, "An operation that removes needs a path.", "noTarget");
  return Object.entries(objectValue(value)).reduce(
    (before, [name, part]) => applyAt(before, op, name, part, exists),
    draft,
  );
}

function applyAt(
  draft: GroupWrite,
  op: PatchOperation["op"],
  path: string,
  value: unknown,
  exists: UserExists,
): GroupWrite {
  const { name = "", rest } = parsePath(path, groupSchema) ?? {};
  const folded = name.toLowerCase();
  if (readOnly.has(folded)) {
    throw new ScimError(400, `The attribute "${name}" cannot be changed.`, "mutability");
  }
  if (folded === "members") return { ...draft, members: changeMembers(draft, op, rest, value, exists) };
  if (folded !== "displayname" && folded !== "externalid") return draft;
  if (rest !== undefined) {
    throw new ScimError(400, `The attribute "${name}" has no parts: "${path}".`, "invalidPath");
  }
  if (folded === "externalid")
    return { ...draft, externalId: op === "remove" ? null : readExternalId(value) };
  if (op === "remove") throw new ScimError(400, `The attribute "${name}" is required.`, "mutability");
  return { ...draft, displayName: textValue("displayName", value) };
}

function changeMembers(
  { members }: GroupWrite,
  op: PatchOperation["op"],
  rest: string | undefined,
  value: unknown,
  exists: UserExists,
): readonly string[] {
  if (rest !== undefined) {
    const [, literal] = oneMember.exec(rest) ?? [];
    if (op !== "remove" || literal === undefined) {
      throw new ScimError(400, `The path "members${rest}" is not supported.`, "invalidPath");
    }
    return members.filter((id) => id !== parseJson(literal));
  }
  if (op === "remove" && (value === undefined || value === null)) return [];
  const ids = readMembers(value);
  if (op === "remove") return members.filter((id) => !ids.includes(id));
  const unknown = ids.find((id) => !exists(id));
  if (unknown !== undefined) {
    throw new ScimError(400, `There are no users with the id "${unknown}".`, "invalidValue");
  }
  return [...new Set(op === "add" ? [...members, ...ids] : ids)];
}

function readMembers(value: unknown): string[] {
  return [value].flat().map((member) => {
    if (!isObject(member)) throw new ScimError(400, "A member must be an object.", "invalidValue");
    return textValue("members.value", member.value);
  });
}

function readExternalId(value: unknown): string | null {
  return value === undefined || value === null || value === "" ? null : textValue("externalId", value);
}

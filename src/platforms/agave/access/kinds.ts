import type { AccessRequest, GrantKind } from "../../../identity/access.ts";
import type { NamedCall } from "../../address.ts";
import { asFields, asText } from "../../read.ts";
import { type PermissionCalls, permissionCalls } from "./calls.ts";
import { fileCalls } from "./files.ts";

/** Something that has permissions of its own. */
export interface Resource {
  readonly id: string;
  /** How people read it. */
  readonly label: string;
  /** User name of whom it belongs to, where the list tells. */
  readonly owner?: string;
  /** What it is, in a word or two of the platform. */
  readonly what: string;
  /** Everybody may use it: the platform keeps no permissions for it. */
  readonly isPublic: boolean;
}

/** How the access to one kind of thing is found, read and changed. */
export interface AccessKind {
  /** Things of this kind, for people. */
  readonly many: string;
  /** Lists everything of the kind that the signed-in user is shown, or what it is found by. */
  readonly list: NamedCall;
  /** What an item of the list stands for. */
  resources(item: Item, request: AccessRequest): readonly Resource[];
  readonly permissions: PermissionCalls;
  /** The most that can be given, which the owner has. */
  readonly most: string;
  /** What belongs to whom is told by the list itself, and not by another kind's. */
  readonly owns: boolean;
}

type Item = Readonly<Record<string, unknown>>;

/** Every kind of access, by its name. */
export const accessKinds: Readonly<Record<GrantKind, AccessKind>> = {
  system: {
    many: "systems",
    list: { operation: "systems.list", args: { filter: ["*"] } },
    resources: (item) => one(item, "id", { name: "name", what: "type", isPublic: "public" }),
    permissions: permissionCalls.system,
    most: "OWNER",
    owns: true,
  },
  app: {
    many: "apps",
    list: { operation: "apps.list", args: { filter: ["*"] } },
    resources: (item) => one(item, "id", { what: "executionSystem", isPublic: "isPublic" }),
    permissions: permissionCalls.app,
    most: "ALL",
    owns: true,
  },
  job: {
    many: "jobs",
    list: { operation: "jobs.list", args: {} },
    resources: (item) => one(item, "id", { name: "name", what: "status" }),
    permissions: permissionCalls.job,
    most: "READ_WRITE",
    owns: true,
  },
  metadata: {
    many: "pieces of metadata",
    list: { operation: "meta.listMetadata", args: { q: "{}" } },
    resources: (item) => one(item, "uuid", { name: "name" }),
    permissions: permissionCalls.metadata,
    most: "READ_WRITE",
    owns: true,
  },
  actor: {
    many: "actors",
    list: { operation: "actors.list", args: {} },
    resources: (item) => one(item, "id", { name: "name", what: "image" }),
    permissions: permissionCalls.actor,
    most: "UPDATE",
    owns: true,
  },
  file: {
    many: "files",
    list: { operation: "systems.list", args: { filter: ["*"] } },
    resources: filesOf,
    permissions: fileCalls,
    most: "ALL",
    owns: false,
  },
};

interface FieldNames {
  readonly name?: string;
  readonly what?: string;
  readonly isPublic?: string;
}

function one(item: Item, idField: string, { name, what, isPublic }: FieldNames): readonly Resource[] {
  const id = asText(item[idField]);
  if (id === undefined) return [];
  const called = name && asText(item[name]);
  const owner = asText(item.owner);
  return [
    {
      id,
      label: called && called !== id ? `${called} (${id})` : id,
      ...(owner !== undefined && { owner }),
      what: (what && asText(item[what])) || "",
      isPublic: isPublic !== undefined && item[isPublic] === true,
    },
  ];
}

/** The places on a system that can be known: its shared home folder, the folder of each account in it, and what the configuration names. */
function filesOf(item: Item, { accounts, files }: AccessRequest): readonly Resource[] {
  const [system] = one(item, "id", { what: "type", isPublic: "public" });
  if (system === undefined) return [];
  const known = system.what === "STORAGE" && !system.isPublic ? ["", ...accounts] : [];
  const named = files.filter((file) => file.startsWith(`${system.id}/`));
  const places = new Set([...known.map((path) => `${system.id}/${path}`), ...named]);
  const owner = system.owner === undefined ? {} : { owner: system.owner };
  return [...places].map((id) => ({ id, label: id, ...owner, what: "", isPublic: false }));
}

/** An item of a list, where it is an object. */
export function asItem(value: unknown): Item | undefined {
  return asFields(value);
}

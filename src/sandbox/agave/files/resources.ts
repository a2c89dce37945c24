import type { Permission } from "../permissions.ts";
import type { LogicalFile } from "./store.ts";
import { type FileNode, nameOf } from "./tree.ts";

const mimeTypes: Readonly<Record<string, string>> = {
  csv: "text/csv",
  gz: "application/gzip",
  html: "text/html",
  json: "application/json",
  out: "text/plain",
  err: "text/plain",
  log: "text/plain",
  md: "text/markdown",
  png: "image/png",
  txt: "text/plain",
  zip: "application/zip",
};

/** The media type of a file, by the end of its name. */
export function mimeTypeOf(path: string): string {
  return mimeTypes[path.slice(path.lastIndexOf(".") + 1).toLowerCase()] ?? "application/octet-stream";
}

/** A permission as the service names it in listings. */
function permissionName({ read, write, execute }: Permission): string {
  if (read && write && execute) return "ALL";
  const names = [read ? "READ" : "", write ? "WRITE" : "", execute ? "EXECUTE" : ""].filter(Boolean);
  return names.join("_") || "NONE";
}

/** Where a path of a system is to be had; two slashes stand before an absolute path. */
function mediaUrl(origin: string, systemId: string, path: string): string {
  return fileUrl(origin, "media", systemId, path);
}

/** A URL of the service for a path of a system. */
export function fileUrl(origin: string, operation: string, systemId: string, path: string): string {
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  return `${origin}/files/v2/${operation}/system/${encodeURIComponent(systemId)}/${encoded}`;
}

interface Item {
  readonly origin: string;
  readonly systemId: string;
  readonly path: string;
  /** The name to show: `.` for the folder that is listed. */
  readonly name: string;
  readonly node: FileNode;
  readonly permission: Permission;
}

/** A file or folder as listings show it. */
export function listingItem({ origin, systemId, path, name, node, permission }: Item): unknown {
  const isFolder = node.type === "dir";
  return {
    name,
    path,
    lastModified: new Date(node.lastModified).toISOString(),
    length: node.type === "file" ? node.bytes.length : 4096,
    permissions: permissionName(permission),
    format: isFolder ? "folder" : "raw",
    mimeType: isFolder ? "text/directory" : mimeTypeOf(path),
    type: node.type,
    system: systemId,
    _links: {
      self: { href: mediaUrl(origin, systemId, path) },
      system: { href: `${origin}/systems/v2/${encodeURIComponent(systemId)}` },
      history: { href: fileUrl(origin, "history", systemId, path) },
      permissions: { href: fileUrl(origin, "pems", systemId, path) },
    },
  };
}

/** What the service remembers of a file, as uploads and file operations answer it. */
export function logicalFileResource(origin: string, file: LogicalFile): unknown {
  const { systemId, path } = file;
  return {
    name: nameOf(path),
    uuid: file.uuid,
    owner: file.owner,
    internalUsername: null,
    lastModified: new Date(file.lastModified).toISOString(),
    source: file.source,
    path,
    status: file.status,
    systemId,
    nativeFormat: "raw",
    _links: {
      self: { href: mediaUrl(origin, systemId, path) },
      system: { href: `${origin}/systems/v2/${encodeURIComponent(systemId)}` },
      profile: { href: `${origin}/profiles/v2/${encodeURIComponent(file.owner)}` },
      history: { href: fileUrl(origin, "history", systemId, path) },
    },
  };
}

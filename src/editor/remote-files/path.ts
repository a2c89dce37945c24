/** A file or folder on a system of Agave. */
export interface RemotePath {
  readonly connection: string;
  readonly system: string;
  /** Where the names begin: in the home folder that the system gives its user, or in the system's root. */
  readonly base: "home" | "root";
  readonly names: readonly string[];
}

/** What lies above the files: all connections, the systems of one, or the two folders that a system is entered by. */
export interface Above {
  readonly connection?: string;
  readonly system?: string;
}

/** What the bases are called in addresses. No system has a file there, so that they stand for nothing else. */
export const baseNames: Readonly<Record<RemotePath["base"], string>> = { home: "~", root: "root" };

/** The path of an address: `/CONNECTION/SYSTEM/~/a/b` below the home folder, `/CONNECTION/SYSTEM/root/a/b` below the root. */
export function addressPath({ connection, system, base, names }: RemotePath): string {
  return `/${[connection, system, baseNames[base], ...names].join("/")}`;
}

/** What the path of an address stands for; undefined where it stands for nothing. */
export function readAddressPath(text: string): RemotePath | Above | undefined {
  const [connection, system, baseName, ...names] = text.split("/").filter((part) => part !== "");
  if (connection === undefined) return {};
  if (system === undefined) return { connection };
  if (baseName === undefined) return { connection, system };
  if (baseName === baseNames.home) return { connection, system, base: "home", names };
  return baseName === baseNames.root ? { connection, system, base: "root", names } : undefined;
}

/** Tells a file or folder from what lies above. */
export function isRemotePath(place: RemotePath | Above): place is RemotePath {
  return "base" in place;
}

/** As Agave's operations take it: relative to the home folder, or from the root with a slash in front. */
export function agavePath({ base, names }: RemotePath): string {
  return `${base === "root" ? "/" : ""}${names.join("/")}`;
}

/** As Agave's jobs and transfers name it, whichever service they ask: `agave://SYSTEM/a/b`. */
export function agaveUrl(path: RemotePath): string {
  const encoded = agavePath(path).split("/").map(encodeURIComponent).join("/");
  return `agave://${encodeURIComponent(path.system)}/${encoded}`;
}

/** What an `agave://` URL stands for; undefined where a text is none. */
export function readAgaveUrl(connection: string, url: string): RemotePath | undefined {
  const [, system, path] = /^agave:\/\/([^/]+)\/(.*)$/i.exec(url) ?? [];
  if (system === undefined || path === undefined) return undefined;
  return remotePath(connection, decoded(system), decoded(path));
}

/** A path as Agave tells it: from the root where it begins with a slash, else relative to the home folder. */
export function remotePath(connection: string, system: string, path: string): RemotePath {
  const names = path.split("/").filter((name) => name !== "");
  return { connection, system, base: path.startsWith("/") ? "root" : "home", names };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** For people: `SYSTEM:~/a/b` or `SYSTEM:/a/b`. */
export function pathText({ system, base, names }: RemotePath): string {
  return `${system}:${[base === "home" ? "~" : "", ...names].join("/") || "/"}`;
}

/** The last name; that of the base for the base itself. */
export function nameOf({ base, names }: RemotePath): string {
  return names.at(-1) ?? baseNames[base];
}

/** What has this name in a folder. */
export function childOf(folder: RemotePath, name: string): RemotePath {
  return { ...folder, names: [...folder.names, name] };
}

/** The folder that something is in; undefined for the base itself. */
export function parentOf(path: RemotePath): RemotePath | undefined {
  return path.names.length === 0 ? undefined : { ...path, names: path.names.slice(0, -1) };
}

/** Whether two paths are on one system. */
export function isSameSystem(one: RemotePath, other: RemotePath): boolean {
  return one.connection === other.connection && one.system === other.system;
}

/** Whether something is a folder, or lies in it however deep. */
export function isWithin(path: RemotePath, folder: RemotePath): boolean {
  return `${addressPath(path)}/`.startsWith(`${addressPath(folder)}/`);
}

/** Whether two paths have one address. */
export function isSamePath(one: RemotePath, other: RemotePath): boolean {
  return addressPath(one) === addressPath(other);
}

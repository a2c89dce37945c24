import { foldString } from "../../../filter/fold.ts";
import { PlatformError } from "../../../http/error.ts";
import type {
  AccessDirectory,
  AccessOptions,
  AccessReading,
  AccessRequest,
  Grant,
  GrantKind,
  Owned,
} from "../../../identity/access.ts";
import type { Caller } from "../../call.ts";
import { mapBounded } from "../../many.ts";
import type { ConnectionSettings } from "../../settings.ts";
import { AgaveClient } from "../client.ts";
import { agaveAccount } from "../profile.ts";
import { AccessCalls } from "./call.ts";
import { accessKinds, asItem, type Resource } from "./kinds.ts";
import { Notes } from "./notes.ts";
import type { UserPermission } from "./permissions.ts";
import { readPermissions } from "./read-permissions.ts";

const defaultConcurrency = 8;

/** One thing whose permissions are to be looked at. */
interface Place {
  readonly kind: GrantKind;
  readonly resource: Resource;
}

/** The permissions of an Agave tenant, as far as the signed-in user is shown them. */
export class AgaveAccess implements AccessDirectory {
  readonly connection: string;
  readonly #calls: AccessCalls;
  readonly #client: AgaveClient;
  readonly #concurrency: number;

  constructor(caller: Caller, settings: ConnectionSettings) {
    this.connection = settings.name;
    this.#calls = new AccessCalls(caller);
    this.#client = new AgaveClient(caller);
    this.#concurrency = settings.concurrency ?? defaultConcurrency;
  }

  async readAccess(
    request: AccessRequest,
    { signal, onProgress }: AccessOptions = {},
  ): Promise<AccessReading> {
    const accounts = new Map(request.accounts.map((account) => [foldString(account), account]));
    const notes = new Notes();
    const [self, lists] = await Promise.all([
      this.#self(signal),
      Promise.all(request.kinds.map((kind) => this.#list(kind, request, notes, signal))),
    ]);
    const places = lists.flat();
    for (const file of unfound(request, places))
      notes.add(`The system of the file ${file} is not shown, so that nothing is known of its permissions`);
    const owned = places.flatMap((place) => this.#ownedBy(place, accounts));
    let read = 0;
    const grants = await mapBounded(places, this.#concurrency, signal, async (place, inner) => {
      const found = await this.#grantsOn(place, accounts, self, notes, inner);
      onProgress?.(++read, places.length);
      return found;
    });
    return {
      connection: this.connection,
      self,
      grants: grants.flat(),
      owned,
      complete: notes.none,
      notes: notes.texts(),
    };
  }

  async permissionOf(grant: Grant): Promise<string | undefined> {
    try {
      const permissions = await this.#permissionsOn(grant.kind, grant.resource);
      return permissions.find(({ user }) => foldString(user) === foldString(grant.account))?.level;
    } catch (error) {
      if (error instanceof PlatformError && error.kind === "notFound") return undefined;
      throw error;
    }
  }

  revoke({ kind, resource, account }: Grant): Promise<void> {
    return this.#calls.write(accessKinds[kind].permissions.remove(resource, account));
  }

  grant({ kind, resource, account, permission }: Grant): Promise<void> {
    return this.#calls.write(
      accessKinds[kind].permissions.set(resource, { user: account, level: permission }),
    );
  }

  async #self(signal: AbortSignal | undefined): Promise<string> {
    const account = agaveAccount(this.connection, await this.#client.me({ signal }));
    if (account !== undefined) return account.id;
    throw new PlatformError({
      kind: "protocol",
      connection: this.connection,
      text: "the profile of the signed-in user has no user name, so that nobody could be kept apart from it",
    });
  }

  async #list(
    kind: GrantKind,
    request: AccessRequest,
    notes: Notes,
    signal: AbortSignal | undefined,
  ): Promise<readonly Place[]> {
    const { list, many, resources } = accessKinds[kind];
    try {
      const items = await this.#calls.list(list, { signal });
      return items
        .map(asItem)
        .filter((item) => item !== undefined)
        .flatMap((item) => resources(item, request))
        .map((resource) => ({ kind, resource }));
    } catch (error) {
      if (!(error instanceof PlatformError) || !isWithoutService(error)) throw error;
      notes.add(`The ${many} could not be listed`, error);
      return [];
    }
  }

  #ownedBy({ kind, resource }: Place, accounts: ReadonlyMap<string, string>): readonly Owned[] {
    const { id, label, owner, what } = resource;
    const account = owner === undefined ? undefined : accounts.get(foldString(owner));
    if (account === undefined || !accessKinds[kind].owns) return [];
    return [{ connection: this.connection, account, kind, id, label, what }];
  }

  async #grantsOn(
    { kind, resource }: Place,
    accounts: ReadonlyMap<string, string>,
    self: string,
    notes: Notes,
    signal: AbortSignal,
  ): Promise<readonly Grant[]> {
    if (resource.isPublic) return [];
    const { most } = accessKinds[kind];
    try {
      const permissions = await this.#permissionsOn(kind, resource.id, signal);
      if (kind === "system" && !showsEverybody(resource, permissions, self))
        notes.add(`Of the roles on ${resource.label} only one's own is shown`);
      const owner = resource.owner ?? ownerIn(permissions, most);
      return permissions.flatMap(({ user, level }) => {
        const account = accounts.get(foldString(user));
        if (account === undefined || user === owner) return [];
        const { id, label } = resource;
        return [{ connection: this.connection, account: user, kind, resource: id, label, permission: level }];
      });
    } catch (error) {
      if (!(error instanceof PlatformError) || error.status === undefined) throw error;
      if (!keepsNone(error))
        notes.add(`The permissions on the ${kind} ${resource.label} could not be read`, error);
      return [];
    }
  }

  #permissionsOn(
    kind: GrantKind,
    resource: string,
    signal?: AbortSignal,
  ): Promise<readonly UserPermission[]> {
    const { permissions } = accessKinds[kind];
    const { operation, args } = permissions.list(resource);
    return readPermissions(permissions, (page) =>
      this.#calls.read({ operation, args: { ...args, ...page } }, { signal }),
    );
  }
}

/** Files that the configuration names on systems that are not there. */
function unfound({ kinds, files }: AccessRequest, places: readonly Place[]): readonly string[] {
  if (!kinds.includes("file")) return [];
  const found = new Set(places.filter(({ kind }) => kind === "file").map(({ resource }) => resource.id));
  return files.filter((file) => !found.has(file));
}

/** Only administrators of a system are shown other people's roles. */
function showsEverybody({ owner }: Resource, permissions: readonly UserPermission[], self: string): boolean {
  if (permissions.length > 1 || (owner !== undefined && foldString(owner) === foldString(self))) return true;
  return permissions.some(({ user, level }) => foldString(user) !== foldString(self) || level === "ADMIN");
}

/** Where a list does not tell whose a thing is: Agave lists the owner's permission, which is everything, before the others. */
function ownerIn([first]: readonly UserPermission[], most: string): string | undefined {
  return first?.level === most ? first.user : undefined;
}

/** The tenant has no such service, or it is not ours to list. */
function isWithoutService({ kind, status }: PlatformError): boolean {
  return kind === "forbidden" || kind === "notFound" || status === 501;
}

/** What is gone has no permissions, and what is public keeps none. */
function keepsNone({ kind, status }: PlatformError): boolean {
  return kind === "notFound" || status === 501;
}

import type { AppRecord } from "./record.ts";

/** The id that an app has by its name and version; public ones carry their revision too. */
export function appId({
  name,
  version,
  isPublic,
  revision,
}: Pick<AppRecord, "name" | "version" | "isPublic" | "revision">): string {
  return `${name}-${version}${isPublic ? `u${revision}` : ""}`;
}

/** An app as a list shows it. */
export function appSummary(app: AppRecord, origin: string): unknown {
  const { id, name, version, revision, executionSystem, isPublic, description, lastModified } = app;
  return {
    id,
    name,
    version,
    revision,
    executionSystem,
    shortDescription: description.shortDescription,
    isPublic,
    label: description.label,
    lastModified: new Date(lastModified).toISOString(),
    _links: { self: { href: hrefOf(app, origin) } },
  };
}

/** An app with all that is known of it. */
export function appResource(app: AppRecord, origin: string): unknown {
  const { id, uuid, owner, name, version, revision, isPublic, available, executionSystem } = app;
  const self = hrefOf(app, origin);
  const deployedOn = String(app.description.deploymentSystem ?? "");
  return {
    ...app.description,
    id,
    uuid,
    owner,
    name,
    version,
    revision,
    isPublic,
    available,
    executionSystem,
    lastModified: new Date(app.lastModified).toISOString(),
    _links: {
      self: { href: self },
      executionSystem: { href: `${origin}/systems/v2/${encodeURIComponent(executionSystem)}` },
      storageSystem: { href: `${origin}/systems/v2/${encodeURIComponent(deployedOn)}` },
      owner: { href: `${origin}/profiles/v2/${encodeURIComponent(owner)}` },
      permissions: { href: `${self}/pems` },
      metadata: {
        href: `${origin}/meta/v2/data/?q=${encodeURIComponent(JSON.stringify({ associationIds: uuid }))}`,
      },
    },
  };
}

/** Where an app is. */
export function hrefOf({ id }: Pick<AppRecord, "id">, origin: string): string {
  return `${origin}/apps/v2/${encodeURIComponent(id)}`;
}

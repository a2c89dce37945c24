import type { PlatformName } from "../../config/platform-facts.ts";
import type { ViewName } from "../view-names.ts";
import type { ResourceKind } from "./resource.ts";

/** A view of resources: whose they are, and where it is told what they are. */
interface ResourceViewFacts {
  readonly title: string;
  readonly platforms: readonly PlatformName[];
  readonly load: () => Promise<ResourceKind>;
}

/** The views that list what platforms hold. */
export type ResourceViewName = Exclude<ViewName, "reconciliation">;

/** Every view that lists what platforms hold. How it is shown is loaded when it is first shown. */
export const resourceViews: Readonly<Record<ResourceViewName, ResourceViewFacts>> = {
  users: {
    title: "Users",
    platforms: ["odm", "scim"],
    load: async () => (await import("../views/users/kind.ts")).userKind,
  },
  serviceUsers: {
    title: "Service Users",
    platforms: ["ubiops"],
    load: async () => (await import("../views/service-users/kind.ts")).serviceUserKind,
  },
  actors: {
    title: "Actors",
    platforms: ["agave"],
    load: async () => (await import("../views/actors/kind.ts")).actorKind,
  },
  apps: {
    title: "Apps",
    platforms: ["agave"],
    load: async () => (await import("../views/apps/kind.ts")).appKind,
  },
  jobs: {
    title: "Jobs",
    platforms: ["agave"],
    load: async () => (await import("../views/jobs/kind.ts")).jobKind,
  },
  systems: {
    title: "Systems",
    platforms: ["agave"],
    load: async () => (await import("../views/systems/kind.ts")).systemKind,
  },
  services: {
    title: "Services",
    platforms: ["osparc"],
    load: async () => (await import("../views/services/kind.ts")).serviceKind,
  },
};

/** Their names. */
export const resourceViewNames = Object.keys(resourceViews) as readonly ResourceViewName[];

/** The view with an id of the editor's; undefined where it is none of these. */
export function resourceViewOf(viewId: string): ResourceViewName | undefined {
  return resourceViewNames.find((name) => viewId === `rollcall.${name}`);
}

import type { PlatformName } from "../../config/platform-facts.ts";
import { viewIds } from "../identifiers.ts";
import type { ResourceKind } from "./resource.ts";

/** A view of resources: whose they are, and where it is told what they are. */
interface ResourceViewFacts {
  readonly id: string;
  readonly platform: PlatformName;
  readonly load: () => Promise<ResourceKind>;
}

/** Every view that lists the resources of a platform. What it shows is loaded when it is first shown. */
export const resourceViews = {
  serviceUsers: {
    id: viewIds.serviceUsers,
    platform: "ubiops",
    load: async () => (await import("../views/service-users/kind.ts")).serviceUserKind,
  },
  services: {
    id: viewIds.services,
    platform: "osparc",
    load: async () => (await import("../views/services/kind.ts")).serviceKind,
  },
} as const satisfies Readonly<Record<string, ResourceViewFacts>>;

export type ResourceViewName = keyof typeof resourceViews;

/** Their names. */
export const resourceViewNames = Object.keys(resourceViews) as readonly ResourceViewName[];

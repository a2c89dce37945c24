import { PlatformError } from "../http/error.ts";
import { platforms } from "./all.ts";
import type { Platform } from "./platform.ts";
import { type ConnectionSettings, platformKinds } from "./settings.ts";

/** The platform of a connection. Throws a `PlatformError` of kind `invalid` where there is none of that name. */
export function platformOf(settings: ConnectionSettings): Platform {
  const platform = platformKinds.find((kind) => kind === settings.platform);
  if (platform !== undefined) return platforms[platform];
  throw new PlatformError({
    kind: "invalid",
    connection: settings.name,
    text: `there is no platform "${String(settings.platform)}"`,
    advice: `Use one of ${platformKinds.join(", ")}.`,
  });
}

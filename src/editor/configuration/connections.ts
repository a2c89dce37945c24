import type { Configuration, ConnectionConfiguration } from "../../config/configuration.ts";
import type { PlatformName } from "../../config/platform-facts.ts";

/** The connections to some platforms, the target of the reconciliation first. */
export function connectionsShownBy(
  { connections, policy }: Configuration,
  platforms: readonly PlatformName[],
): readonly ConnectionConfiguration[] {
  return Object.values(connections)
    .filter(({ platform }) => platforms.includes(platform))
    .sort((one, other) => Number(other.name === policy?.target) - Number(one.name === policy?.target));
}

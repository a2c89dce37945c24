import { didYouMean } from "../../config/suggest.ts";
import type { Session } from "../../session/types.ts";
import { UsageError } from "../exit.ts";

/**
 * Makes sure that the configuration has a connection.
 * @throws {UsageError} Where it has not; says which there are.
 */
export function requireConnection(name: string, { configuration }: Pick<Session, "configuration">): void {
  if (configuration.connections[name] !== undefined) return;
  throw new UsageError(
    `There is no connection "${name}". ${didYouMean(name, Object.keys(configuration.connections))}`,
  );
}

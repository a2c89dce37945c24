import type { Parameter } from "../../platforms/operation.ts";

/** How a parameter is written on the command line: `limit=<integer>`. */
export function usageOf({ name, type, values }: Parameter): string {
  const value = values === undefined ? `<${type}>` : values.join("|");
  return type === "map" ? `${name}.<key>=<string>` : `${name}=${value}`;
}

import type { Configuration } from "../../config/configuration.ts";
import type { ConfigurationProblem } from "../../config/problem.ts";

/** What the editor knows about the configuration. Every kind but `ready` has a welcome text in each view. */
export type ConfigurationState =
  | { readonly kind: "noFolder" }
  | { readonly kind: "restricted" }
  | { readonly kind: "missing" }
  | { readonly kind: "sandboxStopped"; readonly file: string }
  | { readonly kind: "broken"; readonly file: string; readonly problems: readonly ConfigurationProblem[] }
  | { readonly kind: "noScim"; readonly file: string; readonly configuration: Configuration }
  | { readonly kind: "ready"; readonly file: string; readonly configuration: Configuration };

/** The state of a configuration that was read without problems. */
export function stateOf(file: string, configuration: Configuration): ConfigurationState {
  const kind = scimConnections(configuration).length > 0 ? "ready" : "noScim";
  return { kind, file, configuration };
}

/** Names of the connections whose users are listed, the target of the reconciliation first. */
export function scimConnections(configuration: Configuration): readonly string[] {
  const target = configuration.policy?.target;
  return Object.values(configuration.connections)
    .filter(({ platform }) => platform === "odm" || platform === "scim")
    .map(({ name }) => name)
    .sort((one, other) => Number(other === target) - Number(one === target));
}

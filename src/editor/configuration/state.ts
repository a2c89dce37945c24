import type { Configuration } from "../../config/configuration.ts";
import type { ConfigurationProblem } from "../../config/problem.ts";
import { resourceViews } from "../resources/catalogue.ts";
import { connectionsShownBy } from "./connections.ts";

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
  const { platforms } = resourceViews.users;
  const kind = connectionsShownBy(configuration, platforms).length > 0 ? "ready" : "noScim";
  return { kind, file, configuration };
}

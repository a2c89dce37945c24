import type { App } from "../../../platforms/agave/answers/apps.ts";
import type { Host } from "../../host.ts";
import { chooseResources } from "../../resources/choose.ts";
import type { AppResource } from "./app.ts";

/** Which apps something can be done with, and what is said where there is none. */
export interface Eligibility {
  readonly test: (app: App) => boolean;
  readonly none: string;
}

/** The apps that a command was run on, or one that the person picks; those that it cannot be done with are left out. */
export function chooseApps(
  host: Host,
  given: readonly unknown[],
  title: string,
  eligible?: Eligibility,
): Promise<readonly AppResource[]> {
  return chooseResources<App>(host, given, "apps", {
    title,
    ...(eligible === undefined
      ? {}
      : { eligible: { test: ({ data }) => eligible.test(data), none: eligible.none } }),
  });
}

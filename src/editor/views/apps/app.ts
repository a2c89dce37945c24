import type { App } from "../../../platforms/agave/answers/apps.ts";
import type { Resource } from "../../resources/resource.ts";
import type { NodeIcon } from "../../tree/node.ts";

/** An app as the view has it: what lists tell of it, and all of it once it was read by itself. */
export type AppResource = Resource<App>;

/** What an app is called: its name and version, with the revision where it is public. */
export function appName({ name, version, revision, isPublic }: App): string {
  return `${name} ${version}${isPublic && revision !== undefined ? ` u${revision}` : ""}`;
}

/** A title, unless it only repeats the name beside it; undefined then. */
export function titleBeside(name: string, title: string | undefined): string | undefined {
  return title?.localeCompare(name, "en", { sensitivity: "base" }) === 0 ? undefined : title;
}

/** Whether it can be run. Lists hold what is available where they do not say. */
export function isAvailable({ available }: App): boolean {
  return available !== false;
}

/** How it stands, in words: `public`, `private · disabled`. */
export function standingOf(app: App): string {
  return [app.isPublic ? "public" : "private", isAvailable(app) ? undefined : "disabled"]
    .filter(Boolean)
    .join(" · ");
}

/** How it stands, as an icon. */
export function appIcon(app: App): NodeIcon {
  if (!isAvailable(app)) return { id: "circle-slash", color: "disabledForeground" };
  return { id: app.isPublic ? "globe" : "package" };
}

import type { JSONPath } from "jsonc-parser";
import { grantKinds } from "../identity/access.ts";
import type { LeaversPolicy } from "../identity/leavers/policy.ts";
import { type PlatformName, platformFacts } from "./platform-facts.ts";
import type { ProblemCode } from "./problem.ts";
import type { WrittenConfiguration, WrittenReconcile } from "./schema.ts";
import { didYouMean } from "./suggest.ts";

type Report = (code: ProblemCode, message: string, path: JSONPath) => void;

/** What each list is made from. */
const listedFrom: Readonly<Partial<Record<PlatformName, "serviceUsers" | "services">>> = {
  ubiops: "serviceUsers",
  osparc: "services",
};

/** Reads the `leavers` section, and reports what in it does not fit the connections and sources. */
export function readLeavers(
  { leavers, sources }: WrittenReconcile,
  connections: WrittenConfiguration["connections"],
  report: Report,
): LeaversPolicy | undefined {
  if (leavers === undefined) return undefined;
  const path = (...rest: JSONPath): JSONPath => ["reconcile", "leavers", ...rest];
  const platformOf = (name: string): PlatformName | undefined =>
    Object.hasOwn(connections, name) ? connections[name]?.platform : undefined;
  const agave = sources.filter((name) => platformOf(name) === "agave");
  const { revoke = false, from, when = ["deactivated"], files = [], list = ["owned"], also } = leavers;

  if (from === undefined && agave.length === 0)
    report(
      "invalid",
      "No source is an agave connection, and only those keep permissions. Name one in sources, or remove this section.",
      path(),
    );
  from?.forEach((name, index) => {
    if (agave.includes(name)) return;
    const facts = platformOf(name);
    const message =
      facts === undefined || !sources.includes(name)
        ? `"${name}" is not one of the sources. ${didYouMean(name, agave)}`
        : `"${name}" is ${platformFacts[facts].title}, whose permissions are not known. Name an agave connection.`;
    report(sources.includes(name) ? "invalid" : "unknownConnection", message, path("from", index));
  });

  const lists = (name: string) => {
    const platform = platformOf(name);
    return platform === undefined ? undefined : listedFrom[platform];
  };
  also?.forEach((name, index) => {
    if (platformOf(name) === undefined) {
      const message = `There is no connection "${name}". ${didYouMean(name, Object.keys(connections))}`;
      report("unknownConnection", message, path("also", index));
    } else if (lists(name) === undefined) {
      report(
        "invalid",
        `"${name}" is no ubiops or osparc connection: nothing is looked for there.`,
        path("also", index),
      );
    }
  });
  const wanted = (name: string) => list.some((each) => each === lists(name));
  return {
    revoke: revoke === true ? grantKinds : revoke === false ? [] : revoke,
    from: from ?? agave,
    when,
    files,
    list,
    also: (also ?? Object.keys(connections)).filter(wanted),
  };
}

import type { JSONPath } from "jsonc-parser";
import type { Filter } from "scim2-parse-filter";
import type { Limit, Policy, ScopedLimits } from "../identity/policy.ts";
import { accountActions, type ChangeAction, changeActions } from "../identity/situation.ts";
import type { ProblemCode } from "./problem.ts";
import type { WrittenReconcile } from "./schema.ts";

type WrittenLimits = Partial<Record<ChangeAction, string | number | undefined>>;

/** Reads the limits of each kind of change. */
export function readLimits(written: WrittenLimits): Policy["limits"] {
  return Object.fromEntries(
    changeActions.flatMap((action) => {
      const limit = written[action];
      return limit === undefined ? [] : [[action, readLimit(limit)]];
    }),
  );
}

/** Reads the limits that hold for some users alone; those whose filter is wrong are left out, which `filterAt` tells. */
export function readScopedLimits(
  { scoped = [] }: NonNullable<WrittenReconcile["limits"]>,
  filterAt: (text: string, path: JSONPath) => Filter | undefined,
  report: (code: ProblemCode, message: string, path: JSONPath) => void,
): readonly ScopedLimits[] {
  return scoped.flatMap((written, index) => {
    const path = ["reconcile", "limits", "scoped", index];
    const filter = filterAt(written.filter, [...path, "filter"]);
    const limits = readLimits(written);
    if (Object.keys(limits).length === 0)
      report(
        "missing",
        `These limits limit nothing. Add one of ${accountActions.join(", ")}, like "deactivate": "1%".`,
        path,
      );
    return filter ? [{ name: written.name ?? written.filter, filter, limits }] : [];
  });
}

function readLimit(written: string | number): Limit {
  return typeof written === "number" ? { count: written } : { percent: Number.parseFloat(written) };
}

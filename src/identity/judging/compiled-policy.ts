import { compileFilter } from "../../filter/compile.ts";
import type { Policy, SetRule } from "../policy.ts";

type Predicate = (resource: unknown) => boolean;

export interface CompiledSetRule extends Omit<SetRule, "when"> {
  readonly when?: Predicate;
}

/** A policy whose filters are ready to be evaluated. */
export interface CompiledPolicy extends Omit<Policy, "scope" | "protect" | "set"> {
  readonly inScope: Predicate;
  readonly isProtected: Predicate;
  readonly set: readonly CompiledSetRule[];
}

/** Compiles the filters of a policy. Throws FilterError where one cannot be evaluated. */
export function compilePolicy(policy: Policy): CompiledPolicy {
  const { scope, protect, set, ...rest } = policy;
  return {
    ...rest,
    inScope: scope ? compileFilter(scope) : () => true,
    isProtected: protect ? compileFilter(protect) : () => false,
    set: set.map(({ when, ...rule }) => ({ ...rule, ...(when && { when: compileFilter(when) }) })),
  };
}

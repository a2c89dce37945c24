import { compileFilter } from "../../filter/compile.ts";
import type { DriftPolicy, Policy, SetRule, SourceAttribute } from "../policy.ts";

type Predicate = (resource: unknown) => boolean;

export interface CompiledSetRule extends Omit<SetRule, "when" | "from" | "drift"> {
  readonly when?: Predicate;
  readonly drift: DriftPolicy;
  readonly from: readonly CompiledSource[];
}

/** Where a value comes from, and how the rule reads: `displayName from tacc.fullName`. */
export interface CompiledSource extends SourceAttribute {
  readonly rule: string;
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
    set: set.map(compileSetRule),
  };
}

function compileSetRule({ attribute, from, when, on, drift = "revert" }: SetRule): CompiledSetRule {
  return {
    attribute,
    on,
    drift,
    from: from.map((source) => ({
      ...source,
      rule: `${attribute} from ${source.connection}.${source.path}`,
    })),
    ...(when && { when: compileFilter(when) }),
  };
}

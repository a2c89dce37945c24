import { compileFilter } from "../../filter/compile.ts";
import { attributesOf, type Expression } from "../mapping/expression.ts";
import { printExpression } from "../mapping/print.ts";
import type { DriftPolicy, Policy, SetRule } from "../policy.ts";
import { compileProtection } from "../protection.ts";

type Predicate = (resource: unknown) => boolean;

export interface CompiledSetRule extends Omit<SetRule, "when" | "from" | "drift"> {
  readonly when?: Predicate;
  readonly drift: DriftPolicy;
  readonly from: readonly CompiledSource[];
  /** The connections that any of its values comes from. */
  readonly connections: readonly string[];
}

/** Where a value comes from, and how the rule reads: `displayName from tacc.fullName`. */
export interface CompiledSource {
  readonly expression: Expression;
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
  const { scope, protect: _filter, set, ...rest } = policy;
  return {
    ...rest,
    inScope: scope ? compileFilter(scope) : () => true,
    isProtected: compileProtection(policy),
    set: set.map(compileSetRule),
  };
}

/** Compiles the condition of a rule, and prepares how it reads. Throws FilterError where the condition cannot be evaluated. */
export function compileSetRule({ attribute, from, when, on, drift = "revert" }: SetRule): CompiledSetRule {
  return {
    attribute,
    on,
    drift,
    from: from.map((expression) => ({
      expression,
      rule: `${attribute} from ${printExpression(expression)}`,
    })),
    connections: [...new Set(from.flatMap(attributesOf).map(({ connection }) => connection))],
    ...(when && { when: compileFilter(when) }),
  };
}

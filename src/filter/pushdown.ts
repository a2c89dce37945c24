import type { Compare, Filter, NotFilter, Suffix, ValuePath } from "scim2-parse-filter";
import type { AttributeSchema } from "./attributes.ts";
import { Expresser } from "./express.ts";
import { foldString } from "./fold.ts";
import { sameName } from "./path.ts";

/** What a server can evaluate of a filter. */
export interface Dialect {
  /** What people call it. */
  readonly name: string;
  readonly and: boolean;
  readonly or: boolean;
  readonly not: boolean;
  /** Whether the server compares strings by their exact characters where the RFC folds case. */
  readonly exactStrings: boolean;
  /** Whether the server evaluates an expression, with the meaning that the RFC gives it but for `exactStrings`. A value path is asked for whole. */
  accepts(expression: Compare | Suffix | ValuePath): boolean;
}

/** A filter in two parts, which together hold for just the resources that it holds for. */
export interface SplitFilter {
  /** For the server; undefined where it can evaluate nothing. */
  readonly server?: Filter;
  /** For what the server answers; undefined where nothing is left. */
  readonly residual?: Filter;
}

export interface SplitOptions {
  /** What is known of the attributes: with it, strings of case-exact attributes can go to servers with exact strings. */
  readonly schema?: AttributeSchema | undefined;
}

/**
 * Gives a server as much of a filter as its dialect takes: every conjunct that it can evaluate whole, in a form that it can. For each
 * resource the filter holds exactly where both parts hold.
 */
export function splitFilter(filter: Filter, dialect: Dialect, { schema }: SplitOptions = {}): SplitFilter {
  const expresser = new Expresser(dialect, schema);
  const conjuncts = conjunctsOf(filter);
  const able = conjuncts.filter((conjunct) => expresser.same(conjunct));
  const together = expresser.same({ op: "and", filters: able });
  const pushed = together ? able : able.filter((conjunct) => conjunct === mostSelective(able));
  const server = together ?? (pushed[0] && expresser.same(pushed[0]));
  if (!server) return { residual: filter };
  const sent = new Set(pushed);
  const residual = allOf(conjuncts.filter((conjunct) => !sent.has(conjunct)));
  return { server, ...(residual && { residual }) };
}

/** The filters that must all hold for this one to hold. */
function conjunctsOf(filter: Filter): readonly Filter[] {
  if (filter.op === "and") return filter.filters.flatMap(conjunctsOf);
  return filter.op === "not" ? conjunctsOfNegation(filter) : [filter];
}

function conjunctsOfNegation(negation: NotFilter): readonly Filter[] {
  const { filter } = negation;
  if (filter.op === "not") return conjunctsOf(filter.filter);
  if (filter.op !== "or") return [negation];
  return filter.filters.flatMap((part) => conjunctsOfNegation({ op: "not", filter: part }));
}

/** Of filters of which only one can be sent, the one that lets fewest through: an equality before all others. */
function mostSelective(filters: readonly Filter[]): Filter | undefined {
  return filters.find(({ op }) => op === "eq") ?? filters.find(({ op }) => op === "[]") ?? filters[0];
}

function allOf(filters: readonly Filter[]): Filter | undefined {
  return filters.length > 1 ? { op: "and", filters: [...filters] } : filters[0];
}

/** A server that evaluates everything as the RFC says. */
export const rfcDialect: Dialect = {
  name: "RFC 7644",
  and: true,
  or: true,
  not: true,
  exactStrings: false,
  accepts: () => true,
};

/**
 * Genestack ODM: `userName eq "…"`, `emails[type eq "work" and value eq "…"]`, and both joined by `and`.
 * @param exactStrings Whether this server tells `Jo` from `jo`, as a probe of it has shown. Where it has not been probed it is safe to
 * say that it does.
 */
export function odmDialect({ exactStrings }: { readonly exactStrings: boolean }): Dialect {
  return {
    name: "Genestack ODM",
    and: true,
    or: false,
    not: false,
    exactStrings,
    accepts: (expression) => isUserName(expression) || isWorkEmail(expression),
  };
}

function isUserName(expression: Filter): boolean {
  return isEquality(expression, "userName");
}

function isWorkEmail(expression: Filter): boolean {
  if (expression.op !== "[]" || !sameName(expression.attrPath, "emails")) return false;
  const { valFilter } = expression;
  if (valFilter.op !== "and" || valFilter.filters.length !== 2) return false;
  const isWork = (part: Filter) => isEquality(part, "type") && foldString(String(part.compValue)) === "work";
  return valFilter.filters.some(isWork) && valFilter.filters.some((part) => isEquality(part, "value"));
}

/** Whether an expression is `name eq "…"`. */
function isEquality(expression: Filter, name: string): expression is Compare {
  return (
    expression.op === "eq" && sameName(expression.attrPath, name) && typeof expression.compValue === "string"
  );
}

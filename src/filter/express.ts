import type { Compare, Filter, LogExp, Suffix, ValuePath } from "scim2-parse-filter";
import { type AttributeSchema, attributeCompared } from "./attributes.ts";
import type { Dialect } from "./pushdown.ts";
import { attributesIn } from "./walk.ts";

/**
 * Finds filters that a server can evaluate. What its dialect takes as it is written stays so; else `not` is moved inwards or outwards
 * (De Morgan), and `ne` changed for `not (… eq …)` or the other way round, which mean the same. Each part of a filter is looked at
 * twice at most: once for itself, and once for its opposite.
 */
export class Expresser {
  readonly #dialect: Dialect;
  readonly #schema: AttributeSchema | undefined;
  readonly #same = new Map<Filter, Filter | undefined>();
  readonly #opposite = new Map<Filter, Filter | undefined>();

  constructor(dialect: Dialect, schema: AttributeSchema | undefined) {
    this.#dialect = dialect;
    this.#schema = schema;
  }

  /** A filter for the server that holds exactly where this one holds; undefined where there is none. */
  same(filter: Filter): Filter | undefined {
    return remembered(this.#same, filter, () => this.#findSame(filter));
  }

  /** A filter for the server that holds exactly where this one does not; undefined where there is none. */
  opposite(filter: Filter): Filter | undefined {
    return remembered(this.#opposite, filter, () => this.#findOpposite(filter));
  }

  #findSame(filter: Filter): Filter | undefined {
    switch (filter.op) {
      case "not":
        return this.opposite(filter.filter);
      case "and":
      case "or":
        return (
          this.#join(filter.op, filter.filters, (part) => this.same(part)) ??
          this.#negation(this.#join(dual[filter.op], filter.filters, (part) => this.opposite(part)))
        );
      default:
        return this.#accepted(filter) ?? this.#negation(this.#accepted(contraryOf(filter)));
    }
  }

  #findOpposite(filter: Filter): Filter | undefined {
    switch (filter.op) {
      case "not":
        return this.same(filter.filter);
      case "and":
      case "or":
        return (
          this.#negation(this.#join(filter.op, filter.filters, (part) => this.same(part))) ??
          this.#join(dual[filter.op], filter.filters, (part) => this.opposite(part))
        );
      default:
        return this.#negation(this.#accepted(filter)) ?? this.#accepted(contraryOf(filter));
    }
  }

  #join(
    op: LogExp["op"],
    parts: readonly Filter[],
    express: (part: Filter) => Filter | undefined,
  ): Filter | undefined {
    if (parts.length > 1 && !this.#dialect[op]) return undefined;
    const filters: Filter[] = [];
    for (const part of parts) {
      const expressed = express(part);
      if (!expressed) return undefined;
      filters.push(...(expressed.op === op ? expressed.filters : [expressed]));
    }
    return filters.length > 1 ? { op, filters } : filters[0];
  }

  #negation(filter: Filter | undefined): Filter | undefined {
    return filter && this.#dialect.not ? { op: "not", filter } : undefined;
  }

  #accepted(expression: Expression | undefined): Expression | undefined {
    if (!expression || !this.#dialect.accepts(expression)) return undefined;
    return this.#dialect.exactStrings && this.#dependsOnCase(expression) ? undefined : expression;
  }

  /** Whether comparing strings exactly could give another result than comparing them folded. */
  #dependsOnCase(expression: Expression): boolean {
    return attributesIn(expression).some(({ node, path }) => {
      if (node.op === "[]" || node.op === "pr" || typeof node.compValue !== "string") return false;
      const attribute = attributeCompared(this.#schema, path);
      if (attribute?.caseExact || attribute?.type === "dateTime") return false;
      return !(orderless.has(node.op) && caseless.test(node.compValue));
    });
  }
}

type Expression = Compare | Suffix | ValuePath;

const dual = { and: "or", or: "and" } as const;
const orderless: ReadonlySet<string> = new Set(["eq", "ne", "co", "sw", "ew"]);

/** Characters that nothing else folds to, and that fold and combine with nothing: text of them alone is found exactly or not at all. */
const caseless = /^[0-9@._+-]*$/;

/** `ne` for `eq` and the other way round; other operators have no contrary. */
function contraryOf(expression: Expression): Expression | undefined {
  if (expression.op === "eq") return { ...expression, op: "ne" };
  return expression.op === "ne" ? { ...expression, op: "eq" } : undefined;
}

function remembered(
  known: Map<Filter, Filter | undefined>,
  filter: Filter,
  find: () => Filter | undefined,
): Filter | undefined {
  if (!known.has(filter)) known.set(filter, find());
  return known.get(filter);
}

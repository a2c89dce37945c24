import type { JSONPath } from "jsonc-parser";
import type { Filter } from "scim2-parse-filter";
import { type Expression, isExpression } from "../identity/mapping/expression.ts";
import { defaultSituations, type Grace, type Policy, type SetRule } from "../identity/policy.ts";
import { whyNotSettable } from "./attributes.ts";
import { checkExamples } from "./check-examples.ts";
import { checkPersonFilter, checkUserFilter, type ParsedFilter, parseFilterAt } from "./filter-text.ts";
import { readLeavers } from "./leavers-reader.ts";
import { readLimits, readScopedLimits } from "./limits-reader.ts";
import { parseMappingAt } from "./mapping-text.ts";
import { readMatchRule } from "./match-reader.ts";
import { platformFacts } from "./platform-facts.ts";
import type { ConfigurationProblem, ProblemCode } from "./problem.ts";
import { type Report, RuleAttributes } from "./rule-attributes.ts";
import type { WrittenConfiguration, WrittenReconcile } from "./schema.ts";
import { didYouMean } from "./suggest.ts";
import type { TextDocument } from "./text-document.ts";

type Connections = WrittenConfiguration["connections"];
type WrittenExamples = NonNullable<WrittenReconcile["set"]>[number]["examples"];

/** The `reconcile` section, parsed. The policy may be used only where there are no problems. */
export interface ReadPolicy {
  readonly policy: Policy;
  readonly problems: readonly ConfigurationProblem[];
}

/** Parses the `reconcile` section and checks everything in it that depends on the connections it names. */
export function readPolicy(
  written: WrittenReconcile,
  connections: Connections,
  document: TextDocument,
): ReadPolicy {
  return new PolicyReader(written, connections, document).read();
}

class PolicyReader {
  readonly #written: WrittenReconcile;
  readonly #connections: Connections;
  readonly #document: TextDocument;
  readonly #attributes: RuleAttributes;
  readonly #problems: ConfigurationProblem[] = [];
  readonly #reporter: Report = (...problem) => this.#report(...problem);

  constructor(written: WrittenReconcile, connections: Connections, document: TextDocument) {
    this.#written = written;
    this.#connections = connections;
    this.#document = document;
    this.#attributes = new RuleAttributes(written, connections, this.#reporter);
  }

  read(): ReadPolicy {
    const {
      target,
      sources,
      scope,
      protect,
      match,
      set = [],
      situations,
      limits = {},
      grace,
    } = this.#written;
    this.#checkTarget();
    sources.forEach((_, index) => {
      this.#checkSource(index);
    });
    const scopeFilter = this.#userFilter(scope, ["reconcile", "scope"]);
    const scopedLimits = readScopedLimits(
      limits,
      (text, path) => this.#userFilter(text, path),
      this.#reporter,
    );
    const leavers = readLeavers(this.#written, this.#connections, this.#reporter);
    const policy: Policy = {
      target,
      sources,
      ...(scopeFilter && { scope: scopeFilter }),
      ...this.#protection(protect),
      match: match.map((rule, index) =>
        readMatchRule(rule, ["reconcile", "match", index], this.#attributes, this.#reporter),
      ),
      set: set.map((rule, index) => {
        this.#checkSettable(rule.attribute, index);
        const before = this.#problems.length;
        const when = this.#personFilter(rule.when, ["reconcile", "set", index, "when"]);
        const read: SetRule = {
          attribute: rule.attribute,
          from: this.#from(rule.from, ["reconcile", "set", index, "from"]),
          ...(when && { when }),
          on: rule.on ?? "always",
          ...(rule.drift && { drift: rule.drift }),
        };
        if (this.#problems.length === before) this.#checkExamples(read, rule.examples, index);
        return read;
      }),
      situations: { ...defaultSituations, ...situations },
      limits: readLimits(limits),
      ...(scopedLimits.length > 0 && { scopedLimits }),
      ...(grace !== undefined && { grace: readGrace(grace) }),
      ...(leavers && { leavers }),
    };
    return { policy, problems: this.#problems };
  }

  #checkTarget(): void {
    const { target } = this.#written;
    const path = ["reconcile", "target"];
    const connection = this.#connection(target, path);
    if (!connection || platformFacts[connection.platform].settable.length > 0) return;
    const message = `"${target}" is ${platformFacts[connection.platform].title}, which cannot be written. The target must be an odm or scim connection.`;
    this.#report("notADirectory", message, path);
  }

  #checkSource(index: number): void {
    const path = ["reconcile", "sources", index];
    const { sources, target } = this.#written;
    const name = sources[index] ?? "";
    const connection = this.#connection(name, path);
    if (name === target)
      this.#report("invalid", `"${name}" is the target and cannot be its own source.`, path);
    else if (sources.indexOf(name) < index)
      this.#report("duplicate", `"${name}" is listed twice. Remove one.`, path);
    else if (connection && !platformFacts[connection.platform].directory)
      this.#report(
        "notADirectory",
        `"${name}" is ${platformFacts[connection.platform].title}, which holds no accounts to compare with. Sources are odm, scim, astakos or agave connections.`,
        path,
      );
  }

  #connection(name: string, path: JSONPath): Connections[string] | undefined {
    if (Object.hasOwn(this.#connections, name)) return this.#connections[name];
    const message = `There is no connection "${name}". ${didYouMean(name, Object.keys(this.#connections))}`;
    this.#report("unknownConnection", message, path);
    return undefined;
  }

  #protection(written: WrittenReconcile["protect"]): Pick<Policy, "protect" | "protectNamed"> {
    if (written === undefined || typeof written === "string") {
      const protect = this.#userFilter(written, ["reconcile", "protect"]);
      return { ...(protect && { protect }) };
    }
    const { filter, ids = [], userNames = [] } = written;
    const protect = this.#userFilter(filter, ["reconcile", "protect", "filter"]);
    return { ...(protect && { protect }), protectNamed: { ids, userNames } };
  }

  #checkSettable(attribute: string, index: number): void {
    const { target } = this.#written;
    if (!Object.hasOwn(this.#connections, target)) return;
    const platform = this.#connections[target]?.platform ?? "scim";
    const { settable, title } = platformFacts[platform];
    if (settable.length === 0 || settable.includes(attribute)) return;
    const why = whyNotSettable(attribute) ?? didYouMean(attribute, settable);
    const message = `Rules cannot set "${attribute}" on ${title}. ${why}`;
    this.#report("unknownAttribute", message, ["reconcile", "set", index, "attribute"]);
  }

  #from(from: string | readonly string[], path: JSONPath): readonly Expression[] {
    const read = (text: string, at: JSONPath) => this.#mapping(text, at) ?? [];
    return typeof from === "string"
      ? [read(from, path)].flat()
      : from.flatMap((text, index) => read(text, [...path, index]));
  }

  #mapping(text: string, path: JSONPath): Expression | undefined {
    if (!isExpression(text)) return this.#attributes.source(text, path);
    const { expression, problems } = parseMappingAt(text, path, this.#document, (attribute) =>
      this.#attributes.problemOf(attribute),
    );
    this.#problems.push(...problems);
    return expression;
  }

  #checkExamples(rule: SetRule, examples: WrittenExamples, index: number): void {
    const { target, sources } = this.#written;
    const path = ["reconcile", "set", index];
    this.#problems.push(...checkExamples(examples ?? [], rule, [target, ...sources], path, this.#document));
  }

  #userFilter(text: string | undefined, path: JSONPath): Filter | undefined {
    return text === undefined
      ? undefined
      : this.#filter(parseFilterAt(text, path, this.#document, checkUserFilter));
  }

  #personFilter(text: string | undefined, path: JSONPath): Filter | undefined {
    if (text === undefined) return undefined;
    const names = [this.#written.target, ...this.#written.sources];
    const attributesOf = new Map(
      names.flatMap((name) => {
        const known = this.#attributes.of(name);
        return known ? [[name, known] as const] : [];
      }),
    );
    return this.#filter(parseFilterAt(text, path, this.#document, checkPersonFilter(attributesOf)));
  }

  #filter({ filter, problems }: ParsedFilter): Filter | undefined {
    this.#problems.push(...problems);
    return filter;
  }

  #report(code: ProblemCode, message: string, path: JSONPath): void {
    this.#problems.push(this.#document.problem(code, message, this.#document.placeOf(path)));
  }
}

function readGrace(written: string): Grace {
  const [amount, unit = ""] = written.split(" ");
  return unit.startsWith("run") ? { runs: Number(amount) } : { days: Number(amount) };
}

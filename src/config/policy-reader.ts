import type { JSONPath } from "jsonc-parser";
import type { Filter } from "scim2-parse-filter";
import { defaultSituations, type Grace, type Policy, type SourceAttribute } from "../identity/policy.ts";
import { attributePaths, whyNotSettable } from "./attributes.ts";
import { checkPersonFilter, checkUserFilter, type ParsedFilter, parseFilterAt } from "./filter-text.ts";
import { readLeavers } from "./leavers-reader.ts";
import { readLimits, readScopedLimits } from "./limits-reader.ts";
import { platformFacts } from "./platform-facts.ts";
import type { ConfigurationProblem, ProblemCode } from "./problem.ts";
import type { WrittenConfiguration, WrittenReconcile } from "./schema.ts";
import { didYouMean } from "./suggest.ts";
import type { TextDocument } from "./text-document.ts";

type Connections = WrittenConfiguration["connections"];

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
  readonly #problems: ConfigurationProblem[] = [];

  constructor(written: WrittenReconcile, connections: Connections, document: TextDocument) {
    this.#written = written;
    this.#connections = connections;
    this.#document = document;
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
    const protectFilter = this.#userFilter(protect, ["reconcile", "protect"]);
    const scopedLimits = readScopedLimits(
      limits,
      (text, path) => this.#userFilter(text, path),
      (...problem) => this.#report(...problem),
    );
    const leavers = readLeavers(this.#written, this.#connections, (...problem) => this.#report(...problem));
    const policy: Policy = {
      target,
      sources,
      ...(scopeFilter && { scope: scopeFilter }),
      ...(protectFilter && { protect: protectFilter }),
      match: match.map((rule, index) => {
        this.#checkMatchTarget(rule.target, index);
        return {
          target: rule.target,
          source: this.#sourceAttribute(rule.source, ["reconcile", "match", index, "source"]),
        };
      }),
      set: set.map((rule, index) => {
        this.#checkSettable(rule.attribute, index);
        const when = this.#personFilter(rule.when, ["reconcile", "set", index, "when"]);
        return {
          attribute: rule.attribute,
          from: this.#from(rule.from, ["reconcile", "set", index, "from"]),
          ...(when && { when }),
          on: rule.on ?? "always",
          ...(rule.drift && { drift: rule.drift }),
        };
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

  #checkMatchTarget(attribute: string, index: number): void {
    const known = this.#attributesOf(this.#written.target);
    if (!known || known.includes(attribute)) return;
    const message = `"${this.#written.target}" has no attribute "${attribute}". ${didYouMean(attribute, known)}`;
    this.#report("unknownAttribute", message, ["reconcile", "match", index, "target"]);
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

  #from(from: string | readonly string[], path: JSONPath): readonly SourceAttribute[] {
    if (typeof from === "string") return [this.#sourceAttribute(from, path)];
    return from.map((text, index) => this.#sourceAttribute(text, [...path, index]));
  }

  #sourceAttribute(text: string, path: JSONPath): SourceAttribute {
    const dot = text.indexOf(".");
    const reference = { connection: text.slice(0, dot), path: text.slice(dot + 1) };
    const { connection } = reference;
    const { sources } = this.#written;
    const known = this.#attributesOf(connection);
    if (!sources.includes(connection)) {
      const message = `"${connection}" is not one of the sources. ${didYouMean(connection, sources)}`;
      this.#report("unknownConnection", message, path);
    } else if (known && !known.includes(reference.path)) {
      const message = `"${connection}" has no attribute "${reference.path}". ${didYouMean(reference.path, known)}`;
      this.#report("unknownAttribute", message, path);
    }
    return reference;
  }

  #attributesOf(connection: string): readonly string[] | undefined {
    if (!Object.hasOwn(this.#connections, connection)) return undefined;
    const platform = this.#connections[connection]?.platform;
    const paths = platform && attributePaths(platform);
    return paths && paths.length > 0 ? paths : undefined;
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
        const known = this.#attributesOf(name);
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

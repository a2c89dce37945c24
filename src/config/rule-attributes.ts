import type { JSONPath } from "jsonc-parser";
import {
  parseSourceAttribute,
  type SourceAttribute,
  sourceAttributePattern,
} from "../identity/source-attribute.ts";
import { attributePaths } from "./attributes.ts";
import type { ProblemCode } from "./problem.ts";
import type { WrittenConfiguration, WrittenReconcile } from "./schema.ts";
import { didYouMean } from "./suggest.ts";

export type Report = (code: ProblemCode, message: string, path: JSONPath) => void;

/** The attributes that rules may name, and what is wrong with those that they do name. */
export class RuleAttributes {
  readonly #written: WrittenReconcile;
  readonly #connections: WrittenConfiguration["connections"];
  readonly #report: Report;

  constructor(written: WrittenReconcile, connections: WrittenConfiguration["connections"], report: Report) {
    this.#written = written;
    this.#connections = connections;
    this.#report = report;
  }

  /** The attributes of a connection's accounts; undefined where they are not known. */
  of(connection: string): readonly string[] | undefined {
    if (!Object.hasOwn(this.#connections, connection)) return undefined;
    const platform = this.#connections[connection]?.platform;
    const paths = platform && attributePaths(platform);
    return paths && paths.length > 0 ? paths : undefined;
  }

  /**
   * Reads the attribute of a source that stands at a path of the file, and reports what is wrong with it. That it is not written as
   * one is told by the schema.
   */
  source(text: string, path: JSONPath): SourceAttribute {
    const attribute = parseSourceAttribute(text);
    const problem = sourceAttributePattern.test(text) ? this.problemOf(attribute) : undefined;
    if (problem) this.#report(problem.code, problem.message, path);
    return attribute;
  }

  /** What is wrong with an attribute of a source; undefined where nothing is. */
  problemOf({
    connection,
    path,
  }: SourceAttribute): { readonly code: ProblemCode; readonly message: string } | undefined {
    const { sources } = this.#written;
    const known = this.of(connection);
    if (!sources.includes(connection)) {
      const message = `"${connection}" is not one of the sources. ${didYouMean(connection, sources)}`;
      return { code: "unknownConnection", message };
    }
    if (!known || known.includes(path)) return undefined;
    const message = `"${connection}" has no attribute "${path}". ${didYouMean(path, known)}`;
    return { code: "unknownAttribute", message };
  }

  /** Reports an attribute of the target that it does not have. */
  checkTarget(attribute: string, path: JSONPath): void {
    const { target } = this.#written;
    const known = this.of(target);
    if (!known || known.includes(attribute)) return;
    const message = `"${target}" has no attribute "${attribute}". ${didYouMean(attribute, known)}`;
    this.#report("unknownAttribute", message, path);
  }
}

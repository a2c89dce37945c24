import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { Attribute, AttributeSchema, AttributeType } from "../../../src/filter/attributes.ts";
import { compileFilter } from "../../../src/filter/compile.ts";
import { FilterError } from "../../../src/filter/error.ts";
import { parseFilter } from "../../../src/filter/parse.ts";

/** Filters with the results that published suites record for them, beside the project; a clone has none, and passes over them. */
const file = join(import.meta.dirname, "..", "..", "..", "..", "shared", "reference", "filter-vectors.json");

interface Vector {
  readonly id: number;
  readonly filter: string;
  readonly valid: boolean;
  readonly kind: string;
  readonly conformance: string;
  readonly resource?: unknown;
  readonly matches?: boolean;
  readonly caseExact?: Readonly<Record<string, boolean>>;
  readonly types?: Readonly<Record<string, AttributeType>>;
  readonly needsSchema?: boolean;
}

/** The characteristics that a vector states, as a schema. */
function schemaOf({ caseExact = {}, types = {} }: Vector): AttributeSchema {
  const paths = new Set([...Object.keys(caseExact), ...Object.keys(types)]);
  const attributes = [...paths].map((path): Attribute => {
    const [name = "", sub] = path.split(".");
    const leaf = { name: sub ?? name, type: types[path] ?? "string", caseExact: caseExact[path] ?? false };
    return sub === undefined ? leaf : { name, type: "complex", subAttributes: [leaf] };
  });
  return { attributes };
}

/** Whether the filter is valid, and if the vector has a resource, whether it matches. */
function outcome(vector: Vector): string {
  try {
    const filter = parseFilter(vector.filter);
    if (vector.matches === undefined) return "valid";
    return `valid, ${compileFilter(filter, { schema: schemaOf(vector) })(vector.resource)}`;
  } catch (error) {
    if (error instanceof FilterError) return "invalid";
    throw error;
  }
}

function expected({ valid, matches }: Vector): string {
  if (!valid) return "invalid";
  return matches === undefined ? "valid" : `valid, ${matches}`;
}

const vectors: readonly Vector[] = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
const filters = vectors.filter(({ kind, needsSchema }) => kind === "filter" && !needsSchema);

describe("filters of published suites", () => {
  it("gives the recorded result where the record follows the RFC", () => {
    const differing = filters
      .filter(({ conformance }) => conformance === "rfc")
      .filter((vector) => outcome(vector) !== expected(vector))
      .map((vector) => `${vector.id}: ${vector.filter}: ${outcome(vector)}, recorded ${expected(vector)}`);
    assert.deepEqual(differing, []);
  });

  it("reports how it reads filters outside the RFC", (context) => {
    for (const [conformance, records] of Object.entries(
      Object.groupBy(filters, (vector) => vector.conformance),
    )) {
      const agreeing = (records ?? []).filter((vector) => outcome(vector) === expected(vector)).length;
      context.diagnostic(`${conformance}: ${agreeing} of ${records?.length} as recorded`);
    }
  });
});

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { Filter } from "scim2-parse-filter";
import { type Attribute, type AttributeSchema, coreUserSchema } from "../../../src/filter/attributes.ts";
import { typeErrors } from "../../../src/filter/check.ts";
import { compileFilter } from "../../../src/filter/compile.ts";
import { type Dialect, splitFilter } from "../../../src/filter/pushdown.ts";
import { attributesIn } from "../../../src/filter/walk.ts";
import { dialect, user, userFilter } from "./arbitrary.ts";

/** The schema with every string case-exact: what a server that compares strings exactly goes by. */
const exactSchema: AttributeSchema = { attributes: coreUserSchema.attributes.map(exact) };

function exact(attribute: Attribute): Attribute {
  return { ...attribute, caseExact: true, subAttributes: attribute.subAttributes?.map(exact) ?? [] };
}

const schema: AttributeSchema = { attributes: coreUserSchema.attributes };
const valid = userFilter.filter((filter) => typeErrors(filter, schema).length === 0);

function onServer(filter: Filter, { exactStrings }: Dialect): (resource: unknown) => boolean {
  return compileFilter(filter, { schema: exactStrings ? exactSchema : schema });
}

/** What a filter uses: its connectives, and whether the dialect takes each of its expressions. */
function isWithin(filter: Filter, dialect: Dialect): boolean {
  switch (filter.op) {
    case "and":
    case "or":
      return dialect[filter.op] && filter.filters.every((part) => isWithin(part, dialect));
    case "not":
      return dialect.not && isWithin(filter.filter, dialect);
    default:
      return dialect.accepts(filter);
  }
}

describe("a filter in two parts", () => {
  it("holds for the same resources, whatever the server can do", () => {
    fc.assert(
      fc.property(
        valid,
        dialect,
        fc.array(user, { minLength: 5, maxLength: 10 }),
        (filter, server, users) => {
          const parts = splitFilter(filter, server, { schema });
          const whole = compileFilter(filter, { schema });
          const sent = parts.server ? onServer(parts.server, server) : () => true;
          const kept = parts.residual ? compileFilter(parts.residual, { schema }) : () => true;
          for (const each of users) assert.equal(sent(each) && kept(each), whole(each));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it("asks a server only for what it takes", () => {
    fc.assert(
      fc.property(valid, dialect, (filter, server) => {
        const sent = splitFilter(filter, server, { schema }).server;
        assert(!sent || isWithin(sent, server));
      }),
      { numRuns: 500 },
    );
  });

  it("leaves nothing behind where the server takes all of it", () => {
    fc.assert(
      fc.property(valid, dialect, (filter, server) => {
        fc.pre(!server.exactStrings && isWithin(filter, server));
        assert.equal(splitFilter(filter, server, { schema }).residual, undefined);
      }),
    );
  });

  it("keeps every attribute in one part or the other", () => {
    fc.assert(
      fc.property(valid, dialect, (filter, server) => {
        const { server: sent, residual } = splitFilter(filter, server, { schema });
        const paths = (part?: Filter) => (part ? attributesIn(part).map(({ path }) => path) : []);
        assert.deepEqual([...paths(sent), ...paths(residual)].sort(), [...paths(filter)].sort());
      }),
    );
  });
});

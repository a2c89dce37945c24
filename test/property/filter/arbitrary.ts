import fc from "fast-check";
import type { Compare, Filter } from "scim2-parse-filter";
import type { Dialect } from "../../../src/filter/pushdown.ts";

/** Attribute names that random filters and resources share, so that they meet. */
const names = ["userName", "title", "active", "age", "id"] as const;
const parts = ["value", "type", "primary"] as const;
const paths = [
  ...names,
  "name.familyName",
  "emails",
  "emails.value",
  "emails.type",
  "emails.primary",
  "meta.created",
];
const odd = [
  "$ref",
  "members.$ref",
  "urn:x:y:2.0:z",
  "urn:x:y:2.0:z.w",
  "and",
  "or",
  "not",
  "true",
  "__proto__",
  "a-b_c",
];

/** Few strings, of which many differ by case or form alone. */
const words = fc.constantFrom(
  "ann",
  "ANN",
  "Ann",
  "an",
  "",
  "12",
  "1@2.3",
  "stra\u00dfe",
  "STRASSE",
  "jos\u00e9",
  "JOSE\u0301",
  "jose",
  "work",
);
const numbers = fc.constantFrom(0, 1, 12, -3.5, 1e21);

const anyString = fc.oneof(
  words,
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom("\ud800", "\udc00", '"', "\\", "\n", "\u0000", "\u007f") }),
);
const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true });

/** Ordinary objects, as the parser makes them. */
const plain = { noNullPrototype: true } as const;

function compare(
  path: fc.Arbitrary<string>,
  value: fc.Arbitrary<Compare["compValue"]>,
): fc.Arbitrary<Filter> {
  const op = fc.constantFrom("eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le");
  return fc.record({ op, attrPath: path, compValue: value }, plain);
}

function filters(
  path: fc.Arbitrary<string>,
  inner: fc.Arbitrary<string>,
  value: fc.Arbitrary<Compare["compValue"]>,
): fc.Arbitrary<Filter> {
  const expression = (of: fc.Arbitrary<string>) =>
    fc.oneof(
      { weight: 3, arbitrary: compare(of, value) },
      fc.record({ op: fc.constant("pr" as const), attrPath: of }, plain),
    );
  const logic = (leaf: fc.Arbitrary<Filter>) =>
    fc.letrec<{ filter: Filter }>((tie) => ({
      filter: fc.oneof(
        { maxDepth: 4, depthIdentifier: fc.createDepthIdentifier() },
        leaf,
        fc.record(
          {
            op: fc.constantFrom("and", "or"),
            filters: fc.array(tie("filter"), { minLength: 2, maxLength: 4 }),
          },
          plain,
        ),
        fc.record({ op: fc.constant("not" as const), filter: tie("filter") }, plain),
      ),
    })).filter;
  const valuePath = fc.record(
    {
      op: fc.constant("[]" as const),
      attrPath: path,
      valFilter: logic(expression(inner)),
    },
    plain,
  );
  return logic(fc.oneof({ weight: 4, arbitrary: expression(path) }, valuePath));
}

/** Any tree that can be written: every kind of name, string and number. */
export const anyFilter = filters(
  fc.constantFrom(...paths, ...odd),
  fc.constantFrom(...parts, ...odd),
  fc.oneof(anyString, anyNumber, fc.boolean(), fc.constant(null)),
);

/** Filters over the attributes of random users. Some ask what cannot be asked of a type. */
export const userFilter = filters(
  fc.constantFrom(...paths),
  fc.constantFrom(...parts),
  fc.oneof({ weight: 4, arbitrary: words }, numbers, fc.boolean(), fc.constant(null)),
);

const scalar = fc.oneof(words, numbers, fc.boolean(), fc.constant(null));

/** Resources with those attributes in any state: missing, null, empty, of a wrong type, several where one is usual. */
export const user: fc.Arbitrary<unknown> = fc.record(
  {
    userName: scalar,
    title: fc.oneof(scalar, fc.array(scalar, { maxLength: 2 })),
    active: scalar,
    age: scalar,
    id: words,
    name: fc.record({ familyName: scalar }, { requiredKeys: [] }),
    emails: fc.array(
      fc.record(
        { value: scalar, type: words, primary: fc.oneof(fc.boolean(), fc.constant(null)) },
        { requiredKeys: [] },
      ),
      { maxLength: 3 },
    ),
    meta: fc.record({ created: fc.constantFrom("2024-01-01T00:00:00Z", "2024-01-01T02:00:00+02:00", "x") }),
  },
  { requiredKeys: [] },
);

/** Servers with any abilities. */
export const dialect: fc.Arbitrary<Dialect> = fc
  .record({
    and: fc.boolean(),
    or: fc.boolean(),
    not: fc.boolean(),
    exactStrings: fc.boolean(),
    operators: fc.subarray(["eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le", "pr", "[]"]),
    attributes: fc.subarray(paths, { minLength: 4 }),
  })
  .map(({ operators, attributes, ...abilities }) => ({
    ...abilities,
    name: `${operators} of ${attributes}`,
    accepts: ({ op, attrPath }) => operators.includes(op) && attributes.includes(attrPath),
  }));

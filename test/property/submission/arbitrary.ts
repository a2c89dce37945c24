import fc from "fast-check";
import { fieldsOf } from "../../../src/editor/views/apps/fields.ts";
import type { App } from "../../../src/platforms/agave/answers/apps.ts";

/** Few ids, so that requests meet what apps take, and some that every object has. */
const ids = ["scan", "mode", "n", "a b", "ä", "constructor", "toString"] as const;

const text = fc.constantFrom(
  "",
  "a",
  "a b",
  "x;y",
  "1",
  "0.5",
  "agave://s/p",
  "true",
  "AB1",
  "\u0000",
  "é",
  "ß",
);
const number = fc.constantFrom(0, 1, 3, -2.5, 1e300, 0.1);
const anyValue = fc.oneof(text, number, fc.boolean(), fc.constant(null), fc.array(text, { maxLength: 4 }));

/** A description of something that an app takes, as the platform writes it; or something odd in its place. */
const described = fc.oneof(
  { weight: 9, arbitrary: wellDescribed() },
  { weight: 1, arbitrary: fc.constantFrom(null, 1, "x", {}, { id: 5 }, { id: "scan", value: 3 }) },
);

function wellDescribed() {
  return fc.record({
    id: fc.constantFrom(...ids),
    value: fc.record(
      {
        type: fc.constantFrom("string", "number", "bool", "flag", "enumeration", "other"),
        required: fc.boolean(),
        visible: fc.boolean(),
        default: anyValue,
        order: fc.integer({ min: 0, max: 3 }),
        validator: fc.constantFrom("", "^[A-Z]+\\d$", "\\.txt$", "("),
        enum_values: fc.array(fc.constantFrom("a", { x: "X" }, { "1": "One" }), { maxLength: 3 }),
      },
      { requiredKeys: [] },
    ),
    details: fc.record({ label: text, description: text }, { requiredKeys: [] }),
    semantics: fc.record(
      { minCardinality: fc.integer({ min: 0, max: 2 }), maxCardinality: fc.constantFrom(-1, 1, 2, 3) },
      { requiredKeys: [] },
    ),
  });
}

/** An app; of one id, it takes one thing in each list. */
export const anyApp: fc.Arbitrary<App> = fc
  .record({
    inputs: fc.array(described, { maxLength: 4 }),
    parameters: fc.array(described, { maxLength: 5 }),
  })
  .map(({ inputs, parameters }) => ({
    id: "app-1.0",
    name: "app",
    version: "1.0",
    inputs: once(inputs),
    parameters: once(parameters),
  }));

function once(list: readonly unknown[]): readonly unknown[] {
  const idOf = (each: unknown) => (each as { readonly id?: unknown } | null)?.id;
  return list.filter((each, index) => list.findIndex((other) => idOf(other) === idOf(each)) === index);
}

const values = fc.dictionary(fc.constantFrom(...ids, "unknown"), anyValue, { maxKeys: 6 });

/** What somebody might want to submit. */
export const anyRequest = fc.record(
  {
    name: text,
    appId: fc.constantFrom("app-1.0", "other-1.0"),
    inputs: fc.oneof(values, anyValue),
    parameters: fc.oneof(values, anyValue),
    archive: anyValue,
    maxRunTime: anyValue,
    nodeCount: anyValue,
    memoryPerNode: anyValue,
  },
  { requiredKeys: [] },
);

/** An app, and values for what it lets jobs set, fitting or not. */
export const appWithValues = anyApp.chain((app) =>
  fc.record({
    app: fc.constant(app),
    inputs: valuesFor(app, "inputs"),
    parameters: valuesFor(app, "parameters"),
  }),
);

function valuesFor(app: App, list: "inputs" | "parameters") {
  const fields = fieldsOf(app, list).filter(({ visible }) => visible);
  const entries = fields.map(({ id, choices }) => [
    id,
    fc.oneof(anyValue, fc.constantFrom(...choices.map(({ value }) => value), "a")),
  ]);
  return fc.record(Object.fromEntries(entries), { requiredKeys: [] }) as fc.Arbitrary<
    Readonly<Record<string, unknown>>
  >;
}

import { extensionOf, parsePath, sameName } from "./path.ts";

type Test = (value: unknown) => boolean;

/** Makes of a test for one value the test whether any value of an attribute passes it. */
export type Reach = (test: Test) => Test;

interface ReachOptions {
  /** Whether an element without `primary` has it false (RFC 7643 section 2.4). */
  readonly primaryIsFalse?: boolean;
}

/**
 * Finds the values of an attribute. Its path is read once, when this is called. All values of a multi-valued attribute are tried,
 * on each level; what is not assigned (missing, null or an empty list, RFC 7643 section 2.5) has no value to try.
 * @param path As it stands in the filter. One that is none reaches nothing.
 * @param parent The value path or attribute whose elements are given instead of resources; of one that is a simple value, `value`
 * is the element itself.
 */
export function reachOf(path: string, parent?: string, { primaryIsFalse = false }: ReachOptions = {}): Reach {
  const parsed = parsePath(path);
  if (!parsed) return () => () => false;
  const { name, sub } = parsed;
  const last = sub ?? name;
  const missing = primaryIsFalse && sameName(last, "primary") ? false : undefined;
  const inElement = parent !== undefined || sub !== undefined;
  const lastStep = inElement ? elementProperty(last, missing) : property(last);
  const extension = extensionOf(parsed);
  const top = sub === undefined ? lastStep : property(name);
  const first = extension === undefined ? top : inExtension(extension, name, top);
  if (sub === undefined) return (test) => (resource) => anyValue(first(resource), test);
  return (test) => {
    const anyOfElement: Test = (element) => anyValue(lastStep(element), test);
    return (resource) => anyValue(first(resource), anyOfElement);
  };
}

/** Whether a value is assigned and not empty: not `""`, `[]`, `{}`, nor an object or list of only such values. */
export function isPresent(value: unknown): boolean {
  if (value === "" || value === null || value === undefined) return false;
  return typeof value !== "object" || Object.values(value).some(isPresent);
}

type Step = (value: unknown) => unknown;

function anyValue(value: unknown, test: Test): boolean {
  if (value === undefined || value === null) return false;
  if (!Array.isArray(value)) return test(value);
  for (const element of value) {
    if (anyValue(element, test)) return true;
  }
  return false;
}

/** The own property of that name: spelt as given if there is one, else in other case (RFC 7643 section 2.1). */
function property(name: string): Step {
  return (value) => {
    if (!isObject(value)) return undefined;
    if (Object.hasOwn(value, name)) return value[name];
    const spelt = Object.keys(value).find((key) => sameName(key, name));
    return spelt === undefined ? undefined : value[spelt];
  };
}

function elementProperty(name: string, missing: false | undefined): Step {
  const read = property(name);
  const isValue = sameName(name, "value");
  return (element) => {
    if (isObject(element)) return read(element) ?? missing;
    return isValue ? element : undefined;
  };
}

/** An attribute of a schema extension lies under its URN. A path that is a URN itself (`urn:…:User pr`) names that whole object. */
function inExtension(urn: string, name: string, step: Step): Step {
  const extension = property(urn);
  const whole = property(`${urn}:${name}`);
  return (resource) => {
    const attributes = extension(resource);
    return attributes === undefined ? whole(resource) : step(attributes);
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

import type { Fields } from "./three-way.ts";

/** Some fields of something, in the order in which they are named; those that it does not have are left out. */
export function fieldsIn(data: object, names: readonly string[]): Fields {
  const fields = data as Fields;
  return Object.fromEntries(
    names.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])),
  );
}

/** All fields of something but some. */
export function fieldsWithout(data: object, names: ReadonlySet<string>): Fields {
  return Object.fromEntries(Object.entries(data).filter(([name]) => !names.has(name)));
}

/** What an operation answers of one thing; undefined where there is no such thing. */
export function unlessGone<T>(answer: Promise<T>): Promise<T | undefined> {
  return answer.catch((error: { readonly kind?: unknown }) => {
    if (error.kind === "notFound") return undefined;
    throw error;
  });
}

import type { Operation, Parameter } from "../../platforms/operation.ts";

/** Where a parameter goes. */
export type Place = "path" | "query" | "header" | "form";

/** A parameter with its place. */
export interface PlacedParameter extends Parameter {
  readonly place: Place;
}

/** All that an operation takes by name, in the order of path, query, headers and form. */
export function parametersOf({
  pathParameters,
  query,
  headers,
  body,
}: Operation): readonly PlacedParameter[] {
  const placed = (place: Place, parameters: readonly Parameter[] = []) =>
    parameters.map((parameter) => ({ ...parameter, place }));
  return [
    ...placed("path", pathParameters),
    ...placed("query", query),
    ...placed("header", headers),
    ...placed("form", body?.fields),
  ];
}

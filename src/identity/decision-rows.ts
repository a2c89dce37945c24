/** Finds the first row of a decision table whose facts all hold; undefined where none does. What the rows ask is prepared once. */
export function firstRow<F extends object, R extends { readonly when: Partial<F> }>(
  table: readonly R[],
): (facts: F) => R | undefined {
  const prepared = table.map((row) => ({
    row,
    conditions: Object.entries(row.when) as [keyof F, F[keyof F]][],
  }));
  return (facts) =>
    prepared.find(({ conditions }) => conditions.every(([name, value]) => facts[name] === value))?.row;
}

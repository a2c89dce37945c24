/** The values of context keys; one that is not there is not set. */
export type ContextValues = Readonly<Record<string, string | boolean | readonly string[]>>;

/** Whether a `when` clause holds, in as much of the editor's language as the manifest uses. One that is not there always holds. */
export function holds(clause: string | undefined, values: ContextValues): boolean {
  if (clause === undefined) return true;
  return clause.split(" || ").some((part) => part.split(" && ").every((term) => isTrue(term.trim(), values)));
}

const comparisons: Readonly<
  Record<string, (value: unknown, operand: string, values: ContextValues) => boolean>
> = {
  "==": (value, operand) => String(value) === operand,
  "!=": (value, operand) => String(value) !== operand,
  "=~": (value, operand) => new RegExp(operand.slice(1, -1)).test(String(value)),
  in: (value, operand, values) => [values[operand] ?? []].flat().some((each) => each === value),
};

function isTrue(term: string, values: ContextValues): boolean {
  const [, not, key = "", operator, operand = ""] = /^(!?)(\S+)(?: (==|!=|=~|in) (.+))?$/.exec(term) ?? [];
  const value = values[key] ?? false;
  const isSo = operator === undefined ? Boolean(value) : comparisons[operator]?.(value, operand, values);
  return not === "!" ? !isSo : isSo === true;
}

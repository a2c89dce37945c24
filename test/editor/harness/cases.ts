/** A test case of the suite that runs inside the editor. */
export interface EditorCase {
  /** The names of the enclosing groups, outermost first, and its own. */
  readonly path: readonly string[];
  readonly timeoutMilliseconds: number;
  readonly group: Group;
  run(): void | Promise<void>;
}

type Step = () => void | Promise<void>;

/** The cases that were declared together, with what is done around them. */
export interface Group {
  readonly name: string;
  readonly parent?: Group;
  readonly before: Step[];
  readonly after: Step[];
  readonly beforeEach: Step[];
  readonly afterEach: Step[];
}

const defaultTimeoutMilliseconds = 60_000;

let current: Group = newGroup("");
let cases: EditorCase[] = [];

/** Declares a group of cases. Groups nest; each may have steps of its own around its cases. */
export function describe(name: string, body: () => void): void {
  const outer = current;
  current = newGroup(name, outer);
  try {
    body();
  } finally {
    current = outer;
  }
}

/** Declares a case. It fails when its body throws, rejects, or takes longer than its timeout (60 s unless told). */
export function it(name: string, run: Step, options: { readonly timeoutMilliseconds?: number } = {}): void {
  cases.push({
    path: [...groupNames(current), name],
    timeoutMilliseconds: options.timeoutMilliseconds ?? defaultTimeoutMilliseconds,
    group: current,
    run,
  });
}

/** Done once, before the first case of the group. */
export const before = (step: Step): void => void current.before.push(step);
/** Done once, after the last case of the group. */
export const after = (step: Step): void => void current.after.push(step);
/** Done before every case of the group and of the groups inside it. */
export const beforeEach = (step: Step): void => void current.beforeEach.push(step);
/** Done after every case of the group and of the groups inside it, even where the case failed. */
export const afterEach = (step: Step): void => void current.afterEach.push(step);

/** Loads a file of cases and answers what it declared. */
export async function casesOf(load: () => Promise<unknown>): Promise<readonly EditorCase[]> {
  cases = [];
  current = newGroup("");
  await load();
  return cases;
}

/** A group with those around it, outermost first. */
export function lineage(group: Group): readonly Group[] {
  return group.parent ? [...lineage(group.parent), group] : [group];
}

function groupNames(group: Group): readonly string[] {
  return lineage(group)
    .map((member) => member.name)
    .filter((name) => name !== "");
}

function newGroup(name: string, parent?: Group): Group {
  const steps = { before: [], after: [], beforeEach: [], afterEach: [] };
  return parent ? { name, parent, ...steps } : { name, ...steps };
}

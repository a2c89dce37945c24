/** How soon something wants to be looked at, the most urgent first: nothing goes on, something is to be done, something ends, all is well. */
export const urgencies = ["blocking", "toDo", "ending", "settled"] as const;
export type Urgency = (typeof urgencies)[number];

/** One thing that the status bar has to tell. */
export interface Notice {
  readonly urgency: Urgency;
  /** A codicon's name. */
  readonly icon: string;
  /** As short as the status bar wants it. */
  readonly text: string;
  /** The rest, in whole sentences. */
  readonly detail: string;
  /** What to do about it, or where to look. */
  readonly action: {
    readonly command: string;
    readonly title: string;
    readonly arguments?: readonly unknown[];
  };
  /** The status bar is coloured for it: somebody is kept from working, or soon will be. */
  readonly warning?: true;
}

/** The most urgent first; those that are equally urgent in the order that they came in. */
export function inOrder(notices: readonly Notice[]): readonly Notice[] {
  return notices.toSorted((one, other) => urgencies.indexOf(one.urgency) - urgencies.indexOf(other.urgency));
}

/** What the status bar shows of notices in their order: the first, and how many more want to be looked at. Undefined where there are none. */
export function statusText([first, ...others]: readonly Notice[]): string | undefined {
  if (first === undefined) return undefined;
  const more = others.filter(({ urgency }) => urgency !== "settled").length;
  return more === 0 ? first.text : `${first.text} · ${more.toLocaleString("en")} more`;
}

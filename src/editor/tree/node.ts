/** An item of a tree view, as data. Views build these; `NodeTree` shows them. */
export interface TreeNode {
  /** Stable over refreshes and unique in its view: selection and expansion hang on it. */
  readonly id: string;
  readonly label: string;
  /** Where it follows what has been loaded below, a function: it is asked again after each load. */
  readonly description?: string | (() => string);
  /** Markdown. Texts from outside go through `markdownText` first. */
  readonly tooltip?: string;
  readonly icon?: NodeIcon;
  /** What it is and what can be done with it. Menus match `noun+flag+flag`. */
  readonly noun: string;
  readonly flags?: readonly string[];
  /** What a screen reader says after label and description, for states that only an icon shows. */
  readonly spoken?: string;
  readonly children?: NodeChildren;
  readonly expanded?: boolean;
  readonly checkbox?: NodeCheckbox;
  /** Run on click or Enter. Without arguments, the command is given the item itself. */
  readonly command?: {
    readonly id: string;
    readonly title: string;
    readonly arguments?: readonly unknown[];
  };
  /** What the node stands for. Commands tell by `kind` what they were given. */
  readonly subject?: NodeSubject;
}

export interface NodeIcon {
  /** A codicon's name. */
  readonly id: string;
  /** A theme colour's name. */
  readonly color?: string;
}

export interface NodeCheckbox {
  readonly checked: boolean;
  readonly tooltip: string;
}

/** Children in memory, built when asked for; or loaded from somewhere slow. */
export type NodeChildren = (() => readonly TreeNode[]) | NodeLoader;

export interface NodeLoader {
  load(signal: AbortSignal): Promise<readonly TreeNode[]>;
}

/** What commands work on. Each view adds its own kinds. */
export interface NodeSubject {
  readonly kind: string;
}

/** The value that menus match with `viewItem =~ /^noun\b.*\+flag\b/`. What is loaded below an item can be refreshed: it has the flag `loads`. */
export function contextValue({ noun, flags = [], children }: TreeNode): string {
  const loads = typeof children === "object" ? ["loads"] : [];
  return [noun, ...flags, ...loads].join("+");
}

/** The description as it is now. */
export function descriptionOf({ description }: TreeNode): string | undefined {
  return typeof description === "function" ? description() : description;
}

/** What a screen reader says: the visible label first, then all else that sighted people see. */
export function accessibleLabel(node: TreeNode): string {
  return [node.label, descriptionOf(node), node.spoken].filter(Boolean).join(", ");
}

/** Escapes text from outside for a Markdown tooltip. */
export function markdownText(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]()#+\-.!|<>&~]/g, (character) => `\\${character}`)
    .replaceAll("\n", "  \n");
}

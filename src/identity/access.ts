/** The kinds of things that Agave gives other accounts access to. */
export const grantKinds = ["system", "app", "job", "metadata", "actor", "file"] as const;
export type GrantKind = (typeof grantKinds)[number];

/** One permission of an account on something that belongs to somebody else. */
export interface Grant {
  readonly connection: string;
  /** The account that has it: an Agave username. */
  readonly account: string;
  readonly kind: GrantKind;
  /** What it is on, by the platform's own id; of a file, `system/path`. */
  readonly resource: string;
  /** How people read that. */
  readonly label: string;
  /** The platform's own word: `USER`, `READ_WRITE`, `EXECUTE`. */
  readonly permission: string;
}

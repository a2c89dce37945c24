/** How a connection stands with its sign-in. */
export interface SignInState {
  /** For people. */
  readonly text: string;
  /** A codicon's name. */
  readonly icon: string;
  /** Those that want a sign-in most come first: the lowest. */
  readonly rank: number;
}

const neverEnds = Number.MAX_SAFE_INTEGER;

/** How a connection stands at a moment, in milliseconds since 1970: what has ended comes first, then what is not signed in, then the nearest end. */
export function signInState(isSignedIn: boolean, endsAt: Date | undefined, now: number): SignInState {
  if (!isSignedIn) return { text: "not signed in", icon: "circle-outline", rank: -1 };
  if (endsAt === undefined) return { text: "signed in", icon: "pass", rank: neverEnds };
  const when = endsAt.toLocaleString("en", { dateStyle: "medium", timeStyle: "short" });
  if (endsAt.getTime() <= now) return { text: `sign-in expired on ${when}`, icon: "warning", rank: -2 };
  return { text: `signed in until ${when}`, icon: "pass", rank: endsAt.getTime() };
}

/** A sign-in with its end. */
export interface EndingSignIn {
  readonly connection: string;
  readonly at: Date;
}

/** What the status bar says of sign-ins. */
export interface ExpiryShown {
  readonly connection: string;
  readonly text: string;
  readonly tooltip: string;
  /** It has ended, or does within a quarter of an hour. */
  readonly warning: boolean;
}

const minute = 60_000;
const hour = 60 * minute;
/** Ends that are further away are not told. */
const horizon = 24 * hour;
const soon = 15 * minute;

/** Tells of the sign-in that ends first, where that is within a day; undefined where none does. */
export function expiryShown(signIns: readonly EndingSignIn[], now: number): ExpiryShown | undefined {
  const [first] = signIns.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  if (first === undefined) return undefined;
  const left = first.at.getTime() - now;
  if (left > horizon) return undefined;
  const { connection, at } = first;
  const when = at.toLocaleString("en", { dateStyle: "medium", timeStyle: "short" });
  if (left <= 0)
    return {
      connection,
      text: `${connection}: sign-in expired`,
      tooltip: `The sign-in to ${connection} ended on ${when}. Select to sign in again.`,
      warning: true,
    };
  return {
    connection,
    text: `${connection}: signed in for ${duration(left)}`,
    tooltip: `The sign-in to ${connection} ends on ${when}. Select to sign in again.`,
    warning: left <= soon,
  };
}

/** `3 h 59 min`, rounded up to whole minutes. */
function duration(milliseconds: number): string {
  const minutes = Math.ceil(milliseconds / minute);
  const hours = Math.floor(minutes / 60);
  return [hours > 0 ? `${hours} h` : "", minutes % 60 > 0 ? `${minutes % 60} min` : ""]
    .filter(Boolean)
    .join(" ");
}

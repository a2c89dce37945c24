import type { Notice } from "./notice.ts";

/** A sign-in with its end. */
export interface EndingSignIn {
  readonly connection: string;
  readonly at: Date;
}

const minute = 60_000;
const hour = 60 * minute;
/** Ends that are further away are not told. */
const horizon = 24 * hour;
const soon = 15 * minute;

/** The sign-ins that have ended or end within a day of a moment, in milliseconds since 1970; the nearest first. */
export function signInNotices(signIns: readonly EndingSignIn[], now: number): readonly Notice[] {
  return signIns
    .filter(({ at }) => at.getTime() - now <= horizon)
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
    .map((signIn) => noticeOf(signIn, now));
}

function noticeOf({ connection, at }: EndingSignIn, now: number): Notice {
  const left = at.getTime() - now;
  const when = at.toLocaleString("en", { dateStyle: "medium", timeStyle: "short" });
  return {
    urgency: "ending",
    icon: "key",
    text: left <= 0 ? `${connection}: sign-in expired` : `${connection}: signed in for ${duration(left)}`,
    detail: left <= 0 ? `It ended on ${when}.` : `It ends on ${when}.`,
    action: { command: "rollcall.signIn", title: "Sign In", arguments: [connection] },
    ...(left <= soon ? { warning: true } : {}),
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

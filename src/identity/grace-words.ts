import type { GraceWait } from "./plan.ts";

/** How somebody's grace period stands, in a sentence: what is known so far, and what is still missing. */
export function graceSentence({ since, runs, due }: GraceWait): string {
  const seen =
    since === undefined
      ? "No completed run has seen them missing yet"
      : `Seen missing by ${counted(runs, "completed run")} since ${since}`;
  return `${seen}; ${dueText(due)}.`;
}

/** What is still missing before the policy acts: `1 more run`, `from 2026-12-03T08:00:00.000Z`. */
export function dueText(due: GraceWait["due"]): string {
  if ("runs" in due) return `acts after ${counted(due.runs, "more completed run")}`;
  return "at" in due ? `acts from ${due.at} on` : `acts ${counted(due.days, "day")} after the first of them`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** How an account was linked, taken apart for people. */
export interface LinkText {
  /** The rule and what agreed, or the person's choice: `externalId equals okeanos.uuid`. */
  readonly how: string;
  /** The run that linked it; absent where the plan in hand found it. */
  readonly run?: string;
  /** The day of that run, in UTC: `2025-11-04`. */
  readonly day?: string;
}

const fromRun = /^linked in run (?<run>\S+): (?<how>.*)$/s;
const startOfRun = /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)T/;

/** Reads the evidence of a link. What is not known to Rollcall stands as it is. */
export function linkText(evidence: string): LinkText {
  const { run, how } = fromRun.exec(evidence)?.groups ?? {};
  if (run === undefined || how === undefined) return { how: evidence };
  const { year, month, day } = startOfRun.exec(run)?.groups ?? {};
  return { how, run, ...(year === undefined ? {} : { day: `${year}-${month}-${day}` }) };
}

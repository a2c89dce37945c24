/** How a question to a server was answered. */
export type Verdict = "yes" | "no" | "unknown";

/** A sign for each, for lists in plain text. */
export const verdictMarks: Readonly<Record<Verdict, string>> = { yes: "+", no: "-", unknown: "?" };

/** One thing that a probe found out about a server. */
export interface Finding {
  /** What was asked, for people: `reachable`, `signed in`, `may list users`. */
  readonly question: string;
  readonly verdict: Verdict;
  /** The answer in words. */
  readonly answer: string;
  /** What it follows from: the request and what came back. */
  readonly evidence: string;
}

/** What a probe of one connection found. */
export interface ProbeReport {
  readonly connection: string;
  /** The platform's name for people. */
  readonly platform: string;
  readonly url: string;
  readonly reachable: boolean;
  /** Whether the server took the credentials, or wants none. */
  readonly signedIn: boolean;
  readonly findings: readonly Finding[];
}

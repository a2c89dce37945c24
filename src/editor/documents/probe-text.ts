import { type ProbeReport, verdictMarks } from "../../session/probe/finding.ts";

/** What a probe found, as a text: each question with its answer, and below them what each follows from. */
export function probeText({ connection, platform, url, findings }: ProbeReport): string {
  const width = Math.max(0, ...findings.map(({ question }) => question.length));
  const line = (mark: string, question: string, text: string) =>
    `${mark} ${question.padEnd(width)}  ${text.replaceAll(/\s+/g, " ")}`;
  return [
    `${connection}: ${platform} at ${url}`,
    "",
    ...findings.map(({ question, verdict, answer }) => line(verdictMarks[verdict], question, answer)),
    "",
    "+ yes, - no, ? not known. Nothing was written.",
    "",
    "Evidence",
    ...findings.map(({ question, evidence }) => line(" ", question, evidence)),
    "",
  ].join("\n");
}

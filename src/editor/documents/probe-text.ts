import { type ProbeReport, verdictMarks } from "../../session/probe/finding.ts";

/** What a probe found, as a text: each question with its answer, and below it what it follows from. */
export function probeText({ connection, platform, url, findings }: ProbeReport): string {
  const width = Math.max(0, ...findings.map(({ question }) => question.length));
  const lines = findings.flatMap(({ question, verdict, answer, evidence }) => [
    `${verdictMarks[verdict]} ${question.padEnd(width)}  ${oneLine(answer)}`,
    `  ${" ".repeat(width)}  (${oneLine(evidence)})`,
  ]);
  return [
    `${connection}: ${platform} at ${url}`,
    "",
    ...lines,
    "",
    "+ yes, - no, ? not known. In brackets: what it follows from. Nothing was written.",
    "",
  ].join("\n");
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}

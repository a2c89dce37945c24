import type { RecordedReport, Session } from "../../session/types.ts";
import { contents } from "../contents/catalogue.ts";
import type { Host } from "../host.ts";
import { describeProblem } from "../problem.ts";
import { openConnection } from "../resources/open.ts";
import { changeText } from "./change-text.ts";
import { comparisonText } from "./comparison-text.ts";
import { explanationText } from "./explanation-text.ts";
import type { Known } from "./known.ts";
import { probeText } from "./probe-text.ts";
import { problemText } from "./problem-text.ts";
import type { DocumentReference } from "./reference.ts";

/** The text of a document from what is at hand; undefined where that is not enough. */
export function renderKnown(reference: DocumentReference, known: Known): string | undefined {
  switch (reference.kind) {
    case "account":
      return known.account && json(known.account.attributes);
    case "difference":
      return known.difference;
    case "explanation":
      return known.judgements && explanationText(reference.key, known.judgements);
    case "matches":
      return known.lines;
    case "plan":
      return known.plan && json(known.plan);
    case "probe":
      return known.probe && probeText(known.probe);
    case "problem":
      return problemText(reference.problem);
    case "resource":
      return known.resource && json(known.resource.json);
    case "run":
      return known.report && json(known.report);
    case "text":
      return reference.text;
    case "change":
    case "comparison":
    case "content":
    case "edit":
    case "person":
    case "report":
      return undefined;
  }
}

/** The text of a document, reading what is needed for it. */
export async function renderDocument(host: Host, reference: DocumentReference): Promise<string> {
  if (reference.kind === "change") return changeText(host.reconciliation, reference) ?? gone("plan");
  if (reference.kind === "comparison") return comparisonText(host.reconciliation, reference) ?? gone("plan");
  if (reference.kind === "person") return readPerson(host, reference.key);
  if (reference.kind === "report") return readReport(host, reference.run);
  if (reference.kind === "content") return contentText(host, reference);
  return (
    renderKnown(reference, await readFor(host, reference)) ??
    gone(reference.kind === "difference" ? "comparison" : reference.kind)
  );
}

async function readPerson(host: Host, key: string): Promise<string> {
  const { personText } = await import("./person-text.ts");
  return personText(key, await (await host.sessions.get()).person(key));
}

async function readReport(host: Host, run: string): Promise<string> {
  const { reportMarkdown } = await import("../../session/report-markdown.ts");
  const recorded = recordedRun(await host.sessions.get(), run);
  return recorded ? reportMarkdown(recorded) : "This run is not at hand any more.\n";
}

function recordedRun(session: Session, run: string): RecordedReport | undefined {
  try {
    return session.report(run);
  } catch (error) {
    if (describeProblem(error).kind === "refused") return undefined;
    throw error;
  }
}

async function contentText(
  host: Host,
  { content, connection, id }: Extract<DocumentReference, { readonly kind: "content" }>,
): Promise<string> {
  const found = await contents[content]?.();
  if (found === undefined) return gone("text");
  return found.read(await openConnection(host.sessions, connection), id);
}

async function readFor(host: Host, reference: DocumentReference): Promise<Known> {
  if (reference.kind === "problem" || reference.kind === "text" || reference.kind === "difference") return {};
  if (reference.kind === "plan") {
    const plan = host.reconciliation.inHand?.planning.plan;
    return plan?.id === reference.plan ? { plan } : {};
  }
  if (reference.kind === "resource") {
    const { view, connection, id } = reference;
    const resource = await host.resources[view].reread(connection, id);
    return resource === undefined ? {} : { resource };
  }
  if (reference.kind === "matches") {
    const { jsonLines, sift, testedAccounts } = await import("../language/matches.ts");
    const tested = await testedAccounts(host, reference.connection);
    return tested ? { lines: jsonLines(sift(tested.accounts, reference.filter, reference.holds)) } : {};
  }
  const session = await host.sessions.get();
  if (reference.kind === "probe") return { probe: await session.probe(reference.connection) };
  if (reference.kind === "explanation") return { judgements: await session.explain(reference.key) };
  if (reference.kind === "run") {
    const report = recordedRun(session, reference.run)?.report;
    return report === undefined ? {} : { report };
  }
  if (reference.kind !== "account") return {};
  const account = await session.directory(reference.connection).get(reference.id);
  return account === undefined ? {} : { account };
}

/** What stands in place of something that is not there any more: a JSON string, so that the editor finds no fault with it. */
export function gone(what: string): string {
  return json(`This ${what} is not at hand any more.`);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { environmentSecrets } from "../../config/secrets.ts";
import type { Plan } from "../../identity/plan.ts";
import { type ChangeAction, changeActions } from "../../identity/situation.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { planText } from "../../session/plan-document.ts";
import type { Session } from "../../session/types.ts";
import { untilInterrupted } from "../interrupt.ts";
import { counted } from "../output/printable.ts";
import type { Terminal } from "../output/terminal.ts";
import { renderReport } from "../render/report.ts";
import { sandboxVariables } from "../sandbox-secrets.ts";
import { Story } from "./story.ts";
import { compareWithTruth } from "./truth.ts";

export interface DemoRun {
  readonly users?: number;
  readonly seed?: number;
  readonly keep?: boolean;
  /** Tells nothing but the summary. */
  readonly quiet: boolean;
}

/** How the demo came out, as `--json` prints it. */
export interface DemoSummary {
  readonly people: number;
  readonly plan: { readonly id: string; readonly changes: Readonly<Partial<Record<ChangeAction, number>>> };
  readonly applied: { readonly succeeded: number; readonly failed: number; readonly skipped: number };
  readonly after: { readonly changes: number };
  readonly truth: { readonly agree: number; readonly disagree: number };
  readonly disputes: number;
  readonly withheld: number;
}

/** Serves a sandbox in a folder of its own, lives through two days with it, and takes everything away again. */
export async function runDemo(
  { users, seed, keep, quiet }: DemoRun,
  terminal: Terminal,
): Promise<DemoSummary> {
  const { startSandbox } = await import("../../sandbox/sandbox.ts");
  const folder = await mkdtemp(join(tmpdir(), "rollcall-demo-"));
  const sandbox = await startSandbox({
    at: "baseline",
    ...(users !== undefined && { users }),
    ...(seed !== undefined && { seed }),
  });
  try {
    const story = new Story(terminal, quiet);
    const summary = await untilInterrupted(terminal, (signal) =>
      tell(sandbox, folder, story, terminal, signal),
    );
    if (keep) terminal.say(`Kept ${folder}`);
    return summary;
  } finally {
    await sandbox.close();
    if (!keep) await rm(folder, { recursive: true, force: true });
  }
}

async function tell(
  sandbox: Sandbox,
  folder: string,
  story: Story,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<DemoSummary> {
  const session = await openDemoSession(sandbox, folder);
  const options = { signal, onProgress: story.onProgress };
  try {
    story.chapter(
      `${counted(sandbox.people, "person", "people")} on three platforms, all on this machine`,
      `Genestack ODM ${sandbox.endpoints.odm.url}, Astakos ${sandbox.endpoints.astakos.url}, Agave ${sandbox.endpoints.agave.url}`,
    );

    story.chapter("Day one: learn who belongs together");
    const first = await session.plan(options);
    const learnt = await session.apply(first.plan, options);
    story.say(
      `Linked ${counted(first.plan.links.length, "person", "people")}.`,
      ...renderReport(learnt, terminal.paint),
    );

    story.chapter("Later: people have come, gone, changed their names");
    sandbox.advance();
    const before = sandbox.state();
    const { plan, judgements } = await session.plan(options);
    await writeFile(join(folder, "plan.json"), planText(plan));
    story.plan(plan);

    story.chapter("Apply the plan");
    const report = await session.apply(plan, options);
    story.say(...renderReport(report, terminal.paint));

    story.chapter("Check: plan again, and compare with what the sandbox knows");
    const { plan: after } = await session.check({ ...options, after: report.id });
    const agreement = compareWithTruth(sandbox.truth(), { judgements, before, after: sandbox.state() });
    story.outcome(after, agreement);

    const { succeeded, failed, skipped } = report;
    return {
      people: sandbox.people,
      plan: { id: plan.id, changes: countChanges(plan) },
      applied: { succeeded, failed, skipped },
      after: { changes: after.changes.length },
      truth: { agree: agreement.agree, disagree: agreement.disagreements.length },
      disputes: plan.disputes.length,
      withheld: plan.withheld.length,
    };
  } finally {
    await session.close();
  }
}

async function openDemoSession({ endpoints }: Sandbox, folder: string): Promise<Session> {
  const { sampleConfiguration } = await import("../../sandbox/sandbox.ts");
  const { openSession } = await import("../../session/session.ts");
  const configurationFile = join(folder, "rollcall.jsonc");
  await writeFile(configurationFile, sampleConfiguration(endpoints));
  const environment = Object.fromEntries(sandboxVariables(endpoints));
  return openSession({
    configurationFile,
    ledgerFile: join(folder, "ledger.sqlite"),
    secrets: (connection) => environmentSecrets(connection, undefined, environment),
    howToSignIn: () => "The sandbox gives its tokens by itself.",
  });
}

/** What is done with accounts; the sample's policy withdraws no permissions. */
function countChanges({ changes }: Plan): DemoSummary["plan"]["changes"] {
  const accountActions = changeActions.filter((action) => action !== "grant" && action !== "revoke");
  const counts = accountActions.map((each) => [each, changes.filter(({ action }) => action === each).length]);
  return Object.fromEntries(counts);
}

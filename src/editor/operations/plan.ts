import * as vscode from "vscode";
import type { Planning } from "../../session/types.ts";
import type { Host } from "../host.ts";
import { viewIdOf } from "../identifiers.ts";
import { attempt } from "./attempt.ts";

/** Makes a plan and takes it in hand. Undefined where that failed or was cancelled. */
export async function makePlan(host: Host): Promise<Planning | undefined> {
  await showReconciliation();
  const planning = await attempt(host, {
    title: "planning",
    retry: "rollcall.reconcile",
    run: (session, options) => session.plan(options),
  });
  if (planning !== undefined) host.reconciliation.take(planning);
  return planning;
}

/** Plans again, as of a run where one is named, to see whether anything is left to do. */
export async function checkForDrift(host: Host, after?: string): Promise<Planning | undefined> {
  const planning = await attempt(host, {
    title: "checking for drift",
    retry: "rollcall.checkDrift",
    run: (session, options) => session.check({ ...options, ...(after === undefined ? {} : { after }) }),
  });
  if (planning !== undefined) host.reconciliation.take(planning);
  return planning;
}

/** Brings the Reconciliation view to the front. */
export async function showReconciliation(): Promise<void> {
  await vscode.commands.executeCommand(`${viewIdOf("reconciliation")}.focus`);
}

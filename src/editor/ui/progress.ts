import * as vscode from "vscode";
import type { OperationOptions, Progress } from "../../reconcile/progress.ts";

/** A progress as it is shown. */
export interface ShownProgress extends Progress {
  /** It is held back. */
  readonly paused?: boolean;
}

/** What something long is given: when it was cancelled, and where it says how far it is. */
export interface ProgressOptions extends Required<OperationOptions> {
  readonly onProgress: (progress: ShownProgress) => void;
}

const underWay = new Set<Promise<unknown>>();

/** Resolves once nothing is done under progress any more. */
export async function untilAtRest(): Promise<void> {
  while (underWay.size > 0) await Promise.allSettled(underWay);
}

function watched<T>(work: Thenable<T>): Promise<T> {
  const promise = Promise.resolve(work);
  underWay.add(promise);
  const ended = () => underWay.delete(promise);
  promise.then(ended, ended);
  return promise;
}

/** Does something long under a notification that can be cancelled. */
export function withProgress<T>(
  title: string,
  operation: (options: ProgressOptions) => Promise<T>,
): Promise<T> {
  const shown = {
    location: vscode.ProgressLocation.Notification,
    title: `Rollcall: ${title}`,
    cancellable: true,
  };
  return watched(
    vscode.window.withProgress(shown, async (progress, token) => {
      const controller = new AbortController();
      const cancelling = token.onCancellationRequested(() => {
        progress.report({ message: "cancelling…" });
        controller.abort();
      });
      let told = 0;
      try {
        return await operation({
          signal: controller.signal,
          onProgress(step) {
            const share = step.total ? (100 * step.done) / step.total : 0;
            progress.report({ message: progressText(step), increment: Math.max(0, share - told) });
            told = Math.max(told, share);
          },
        });
      } finally {
        cancelling.dispose();
      }
    }),
  );
}

/** Does something short under the progress bar of a view. */
export function withViewProgress<T>(viewId: string, work: () => Promise<T>): Promise<T> {
  return watched(vscode.window.withProgress({ location: { viewId } }, work));
}

const stages: Readonly<Record<Progress["stage"], string>> = {
  read: "reading",
  plan: "planning",
  apply: "applying to",
  check: "checking",
};

/** `reading odm: 1,200 of 4,312`, `paused at 3 of 20`. What is applied to no one connection is the title's to say: `1 of 3`. */
export function progressText({ stage, connection, done, total, paused }: ShownProgress): string {
  const count = [done, total].flatMap((number) => number?.toLocaleString("en") ?? []).join(" of ");
  if (paused) return `paused at ${count}`;
  if (stage === "apply" && connection === undefined) return count;
  return `${[stages[stage], connection].filter(Boolean).join(" ")}: ${count}`;
}

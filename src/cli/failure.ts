import { CommanderError } from "commander";
import { RefusedLink } from "../config/links/say.ts";
import { ConfigurationError } from "../config/problem.ts";
import { RefusedPlan } from "../reconcile/refused.ts";
import { UnfitSnapshot } from "../reconcile/snapshot/unfit.ts";
import { FileProblem } from "../session/operation/file-problem.ts";
import { SnapshotError } from "../session/snapshot/error.ts";
import { type ExitCode, exitCodes, UsageError } from "./exit.ts";
import { unlinkCommand } from "./link-commands.ts";
import { TextArgumentError } from "./text-argument.ts";

/** An error as the command line tells it. */
export interface Failure {
  readonly code: ExitCode;
  /** A word for programs: what went wrong. */
  readonly kind: string;
  readonly message: string;
  /** What to do next, where the message does not say. */
  readonly advice?: string;
  /** Further facts for `--json`. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** What any error means to a user of the command: its words, and how the command ends. Never a stack trace. */
export function failureOf(error: unknown): Failure {
  if (error instanceof ConfigurationError) {
    const { message, problems, file } = error;
    return { code: exitCodes.usage, kind: "configuration", message, details: { file, problems } };
  }
  if (error instanceof TextArgumentError) {
    const { message, kind, code, range } = error;
    return { code: exitCodes.usage, kind, message, details: { code, range } };
  }
  if (
    error instanceof UsageError ||
    error instanceof FileProblem ||
    error instanceof SnapshotError ||
    error instanceof UnfitSnapshot
  )
    return { code: exitCodes.usage, kind: "usage", message: error.message };
  if (error instanceof CommanderError)
    return { code: exitCodes.usage, kind: "usage", message: sentence(error.message.replace(/^error: /, "")) };
  if (isPlatformFailure(error) && error.kind !== "cancelled") {
    const { kind, message, advice, connection, status, requestId, landed } = error;
    const details = { connection, status, requestId, ...(landed === "unknown" && { landed }) };
    return { code: exitCodes.failed, kind, message, advice, details };
  }
  if (error instanceof RefusedPlan) {
    const { message, reason } = error;
    const code = reason === "noSuchRun" ? exitCodes.usage : exitCodes.difference;
    return { code, kind: "refused", message, details: { reason } };
  }
  if (error instanceof RefusedLink)
    return {
      code: exitCodes.difference,
      kind: "refused",
      message: error.message,
      advice: `Take it back with: ${unlinkCommand(error.entry)}`,
      details: { reason: "contradiction" },
    };
  if (isCancelled(error)) return cancelled(error);
  const message = error instanceof Error ? error.message : String(error);
  return { code: exitCodes.failed, kind: "failed", message: sentence(message) };
}

/** What a directory rejects with. */
interface PlatformFailure extends Error {
  readonly kind: string;
  readonly advice?: string;
  readonly connection?: string;
  readonly status?: number;
  readonly requestId?: string;
  /** `unknown` where something may have been written all the same. */
  readonly landed?: string;
}

function isPlatformFailure(error: unknown): error is PlatformFailure {
  return error instanceof Error && error.name === "PlatformError" && "kind" in error;
}

function isCancelled(error: unknown): boolean {
  if (isPlatformFailure(error)) return error.kind === "cancelled";
  return error instanceof Error && error.name === "AbortError";
}

/** What was cancelled while it was written may have taken effect, and its advice says what to do. */
function cancelled(error: unknown): Failure {
  const told = { code: exitCodes.failed, kind: "cancelled", message: "Cancelled." };
  if (!isPlatformFailure(error) || error.landed !== "unknown") return told;
  return { ...told, advice: error.advice, details: { connection: error.connection, landed: error.landed } };
}

/** Starts with a capital and ends with a full stop. */
function sentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?\n)]$/.test(capital) ? capital : `${capital}.`;
}

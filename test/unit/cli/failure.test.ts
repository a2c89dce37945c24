import assert from "node:assert/strict";
import { test } from "node:test";
import { CommanderError } from "commander";
import { UsageError } from "../../../src/cli/exit.ts";
import { failureOf } from "../../../src/cli/failure.ts";
import { ConfigurationError } from "../../../src/config/problem.ts";
import { PlatformError } from "../../../src/http/error.ts";
import { RefusedPlan } from "../../../src/reconcile/refused.ts";

test("a platform's failure is told with what to do next", () => {
  const error = new PlatformError({
    kind: "unauthorised",
    connection: "odm",
    status: 401,
    text: "Access denied",
    advice: "Set ROLLCALL_TOKEN_ODM.",
  });
  const failure = failureOf(error);
  assert.equal(failure.code, 1);
  assert.equal(failure.kind, "unauthorised");
  assert.equal(failure.message, "odm: 401 Access denied");
  assert.equal(failure.advice, "Set ROLLCALL_TOKEN_ODM.");
  assert.equal(failure.details?.status, 401);
});

test("what may have been written all the same is told, also where it was cancelled", () => {
  const details = { connection: "models", text: "the connection was lost", landed: "unknown" } as const;
  const lost = failureOf(new PlatformError({ ...details, kind: "network" }));
  assert.equal(lost.details?.landed, "unknown");
  const cancelled = failureOf(new PlatformError({ ...details, kind: "cancelled", advice: "Look for it." }));
  assert.deepEqual([cancelled.message, cancelled.advice], ["Cancelled.", "Look for it."]);
});

test("a refused plan is a difference, with its reason", () => {
  const failure = failureOf(new RefusedPlan("applied", "It was applied already."));
  assert.equal(failure.code, 2);
  assert.deepEqual(failure.details, { reason: "applied" });
});

test("wrong input is wrong usage", () => {
  assert.equal(failureOf(new UsageError("No.")).code, 64);
  assert.equal(failureOf(new ConfigurationError("rollcall.jsonc", [])).code, 64);
  assert.equal(
    failureOf(new CommanderError(1, "commander.x", "error: unknown option '--x'")).message,
    "Unknown option '--x'.",
  );
});

test("what was cancelled is told as such, whoever noticed", () => {
  const aborted = new DOMException("This operation was aborted", "AbortError");
  const inFlight = new PlatformError({ kind: "cancelled", connection: "odm", text: "cancelled" });
  for (const error of [aborted, inFlight])
    assert.deepEqual(failureOf(error), { code: 1, kind: "cancelled", message: "Cancelled." });
});

test("anything else is told by its message", () => {
  assert.deepEqual(failureOf(new Error("port 80 is in use")), {
    code: 1,
    kind: "failed",
    message: "Port 80 is in use.",
  });
  assert.equal(failureOf("odd").message, "Odd.");
});

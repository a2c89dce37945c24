import assert from "node:assert/strict";
import { test } from "node:test";
import { allowed, requireConsent } from "../../../src/cli/apply-plan.ts";
import { UsageError } from "../../../src/cli/exit.ts";
import type { Session } from "../../../src/session/types.ts";
import { fakeTerminal } from "./fake-terminal.ts";
import { change, plan } from "./samples.ts";

const signal = new AbortController().signal;

/** As much of a session as a question needs. */
function sessionWith(production: boolean): Pick<Session, "configuration" | "estimate"> {
  const odm = { name: "odm", platform: "odm", url: "http://127.0.0.1:1", production } as const;
  return {
    configuration: { file: "rollcall.jsonc", connections: { odm } },
    estimate: async (changes) => ({
      requests: 2 * changes.length,
      seconds: 100,
      perSecond: 20,
      limited: ["odm"],
    }),
  };
}

const planned = plan({ changes: [change(), change({ id: "beef", action: "create" })] });

test("nothing can be applied where nobody can be asked and --yes was not given", () => {
  assert.throws(() => requireConsent(undefined, fakeTerminal().terminal), UsageError);
  requireConsent(true, fakeTerminal().terminal);
  requireConsent(undefined, fakeTerminal({ isTTY: true }).terminal);
});

for (const [answer, production, expected] of [
  ["yes\n", false, true],
  ["y\n", false, false],
  ["\n", false, false],
  ["", false, false],
  ["odm\n", true, true],
  ["yes\n", true, false],
] as const) {
  const place = production ? "a production connection" : "a connection";
  test(`${JSON.stringify(answer)} ${expected ? "allows" : "does not allow"} to write to ${place}`, async () => {
    const { terminal, stderr } = fakeTerminal({ input: answer, isTTY: true, environment: { NO_COLOR: "1" } });
    assert.equal(await allowed(planned, {}, sessionWith(production), terminal, signal), expected);
    assert.match(stderr(), /Apply 2 changes \(1 create, 1 update\) to odm at http:\/\/127\.0\.0\.1:1\?/);
    assert.equal(/Nothing was written/.test(stderr()), !expected);
  });
}

test("what was taken out is not counted, and where nothing would be sent nothing is asked", async () => {
  const some = fakeTerminal({ input: "yes\n", isTTY: true });
  await allowed(planned, { without: new Set(["beef"]) }, sessionWith(false), some.terminal, signal);
  assert.match(some.stderr(), /Apply 1 change \(1 update\)/);
  const none = fakeTerminal({ isTTY: true });
  assert.equal(await allowed(plan(), {}, sessionWith(false), none.terminal, signal), true);
  assert.equal(none.stderr(), "");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { PlatformError } from "../../../src/http/error.ts";
import { Redactor } from "../../../src/http/redact.ts";
import { memorySecrets, openAgave, openAstakos, openOdm, openSandbox } from "./world.ts";

test("no secret is seen in any error, exchange, pause or directory, whatever goes wrong", async (t) => {
  const shown: string[] = [];
  const show = (value: unknown) =>
    shown.push(inspect(value, { depth: 12, showHidden: true }), JSON.stringify(value) ?? "");
  for (const faults of [
    "serverError",
    "unauthorised",
    "forbidden",
    "notJson",
    "truncated",
    "dropAfter",
    "rateLimit",
    "expiredTokens",
  ]) {
    const sandbox = await openSandbox(t);
    const { agave, odm, astakos } = sandbox.endpoints;
    const options = {
      redactor: new Redactor(),
      proxy: "none",
      retry: { attempts: 1 },
      onExchange: show,
      onPause: show,
    } as const;
    const agaveSecrets = memorySecrets({
      clientKey: agave.clientKey,
      clientSecret: agave.clientSecret,
      username: agave.username,
      password: agave.password,
    });
    const directories = [
      openOdm(t, sandbox, { options }),
      openAstakos(t, sandbox, "service", { options }),
      openAstakos(t, sandbox, "user", { options }),
      openAgave(t, sandbox, agaveSecrets, { options }),
    ];
    sandbox.setFaults(faults);
    for (const directory of directories) {
      for (let round = 0; round < 8; round += 1) {
        const outcome = await directory
          .lookUp({ email: ["jo@example.org"] })
          .catch((error: unknown) => error);
        if (outcome instanceof PlatformError) shown.push(String(outcome.stack));
        show(outcome);
      }
      show(directory);
    }
    const secrets = [
      odm.token,
      astakos.serviceToken,
      astakos.userToken,
      agave.clientKey,
      agave.clientSecret,
      agave.password,
      agaveSecrets.kept.refreshToken ?? odm.token,
    ];
    for (const secret of secrets) {
      for (const form of [secret, encodeURIComponent(secret), Buffer.from(secret).toString("base64")]) {
        assert.ok(
          shown.every((text) => !text.includes(form)),
          `under ${faults}`,
        );
      }
    }
  }
  assert.ok(shown.length > 200);
});

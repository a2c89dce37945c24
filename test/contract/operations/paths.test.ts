import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Operation } from "../../../src/platforms/operation.ts";
import { allOperations } from "../../../src/platforms/operations.ts";
import { type Sandbox, startSandbox } from "../../../src/sandbox/sandbox.ts";
import { send } from "../sandbox/support.ts";
import type { SandboxPlatform } from "./connections.ts";

let sandbox: Sandbox;
before(async () => {
  sandbox = await startSandbox({ users: 60 });
});
after(() => sandbox.close());

const basePaths: Partial<Record<SandboxPlatform, string>> = { odm: "/api/v1/scim" };

function headersOf(platform: SandboxPlatform): Record<string, string> {
  const { odm, astakos, agave, ubiops } = sandbox.endpoints;
  return {
    odm: { authorization: `bearer ${odm.token}` },
    astakos: { "x-auth-token": astakos.userToken },
    agave: { authorization: `Bearer ${agave.token}` },
    ubiops: { authorization: `Token ${ubiops.token}` },
    osparc: {},
  }[platform] as Record<string, string>;
}

/** What a server answers at a path, with the path itself left out of the words. */
async function answerAt(platform: SandboxPlatform, method: string, path: string): Promise<string> {
  const whole = `${basePaths[platform] ?? ""}${path}`;
  const { status, text } = await send(
    method,
    `${sandbox.endpoints[platform].url}${whole}`,
    headersOf(platform),
  );
  return `${status} ${text.replaceAll(whole, "").replaceAll(`/v2.1${whole}`, "").replaceAll(`/v0${whole}`, "")}`;
}

/** The path of an operation with something in every place. */
function somePath({ path }: Operation): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === "project_name" ? sandbox.endpoints.ubiops.project : "1",
  );
}

describe("the sandbox knows the path of", () => {
  for (const { platform, operation } of allOperations()) {
    if (platform === "scim") continue;
    test(`${platform} ${operation.name}`, async () => {
      const { method } = operation;
      const service = operation.path.split("/").slice(0, 3).join("/");
      const answer = await answerAt(platform, method, somePath(operation));
      for (const unknown of ["/no/such/thing", `${service}/no/such/thing/at/all/here`])
        assert.notEqual(answer, await answerAt(platform, method, unknown));
    });
  }
});

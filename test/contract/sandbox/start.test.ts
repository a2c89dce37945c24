import assert from "node:assert/strict";
import type { AddressInfo, Server } from "node:net";
import { createServer } from "node:net";
import { describe, it } from "node:test";
import { setImmediate } from "node:timers/promises";
import { parse } from "jsonc-parser";
import { type Sandbox, sampleConfiguration, startSandbox } from "../../../src/sandbox/sandbox.ts";

/** A sandbox on ports in a row, from one that the system had free a moment ago. */
async function startInARow(): Promise<{ port: number; sandbox: Sandbox }> {
  for (let tries = 0; ; tries += 1) {
    const port = await freePort();
    try {
      return { port, sandbox: await startSandbox({ port, users: 30 }) };
    } catch (error) {
      if (tries === 20) throw error;
    }
  }
}

/** Listens on a port, on a free one where it is 0. */
async function occupy(port: number): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return server;
}

async function freePort(): Promise<number> {
  const server = await occupy(0);
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe("Starting the sandbox", () => {
  it("says which port is in use and what to do, and leaves nothing running", async () => {
    const { port, sandbox } = await startInARow();
    await sandbox.close();
    const occupied = await occupy(port + 2);
    try {
      await assert.rejects(startSandbox({ port, users: 30 }), (error: Error) => {
        assert.match(error.message, new RegExp(`agave on 127\\.0\\.0\\.1:${port + 2}: the port is in use`));
        assert.match(error.message, /Choose another port/);
        return true;
      });
      await assert.rejects(fetch(`http://127.0.0.1:${port}/api/v1/scim/Users`));
    } finally {
      occupied.close();
    }
  });

  it("refuses ports that do not exist, and faults that have no such name", async () => {
    await assert.rejects(startSandbox({ port: 65_533 }), /65535/);
    await assert.rejects(startSandbox({ faults: "hurricane" }), /storm/);
  });

  it("takes ports in a row from the one that it is given, and gives them back", async () => {
    const { port, sandbox } = await startInARow();
    const { odm, astakos, agave, ubiops, osparc, control } = sandbox.endpoints;
    assert.deepEqual(
      [odm.url, astakos.url, agave.url, ubiops.url, osparc.url, control.url],
      ["", "", "", "/v2.1", "/v0", ""].map((base, offset) => `http://127.0.0.1:${port + offset}${base}`),
    );
    await sandbox.close();
    await assert.rejects(fetch(control.url));
  });

  it("ends while requests are still held up", async () => {
    const sandbox = await startSandbox({ users: 30 });
    sandbox.setFaults([{ kind: "latency", ms: 3_600_000 }]);
    const held = fetch(sandbox.endpoints.odm.url);
    while (sandbox.log().length === 0) await setImmediate();
    await Promise.all([assert.rejects(held), sandbox.close()]);
  });

  it("gives the same tokens for the same seed, and others for another", async () => {
    const endpointsOf = async (seed: number) => {
      const sandbox = await startSandbox({ seed, users: 30 });
      await sandbox.close();
      const { odm, astakos, agave } = sandbox.endpoints;
      return {
        odm: odm.token,
        service: astakos.serviceToken,
        user: astakos.userToken,
        agave: agave.token,
        key: agave.clientKey,
        secret: agave.clientSecret,
        password: agave.password,
      };
    };
    const [one, again, other] = [await endpointsOf(1), await endpointsOf(1), await endpointsOf(2)];
    assert.deepEqual(again, one);
    assert.match(one.service, /^[A-Za-z0-9+/]{22}==$/);
    assert.equal(new Set(Object.values(one)).size, Object.values(one).length);
    assert.deepEqual(
      Object.values(one).filter((secret) => Object.values(other).includes(secret)),
      [],
    );
  });

  it("gives a sample configuration that holds the addresses and no secret", async () => {
    const sandbox = await startSandbox({ users: 30 });
    await sandbox.close();
    const text = sampleConfiguration(sandbox.endpoints);
    const { connections, reconcile } = parse(text, [], { allowTrailingComma: false });
    assert.deepEqual(connections, {
      odm: { platform: "odm", url: sandbox.endpoints.odm.url },
      okeanos: { platform: "astakos", url: sandbox.endpoints.astakos.url, account: "service" },
      tacc: { platform: "agave", url: sandbox.endpoints.agave.url },
      models: {
        platform: "ubiops",
        url: sandbox.endpoints.ubiops.url,
        project: sandbox.endpoints.ubiops.project,
      },
      osparc: { platform: "osparc", url: sandbox.endpoints.osparc.url },
    });
    assert.equal(reconcile.scope, 'emails[type eq "work" and value ew "@example.org"]');
    assert.equal(reconcile.match.length, 4);
    assert.equal(reconcile.set.length, 5);
    const { token, clientSecret, password } = sandbox.endpoints.agave;
    const { serviceToken, userToken } = sandbox.endpoints.astakos;
    for (const secret of [
      sandbox.endpoints.odm.token,
      sandbox.endpoints.ubiops.token,
      serviceToken,
      userToken,
      token,
      clientSecret,
      password,
    ]) {
      assert.equal(text.includes(secret), false);
    }
  });
});

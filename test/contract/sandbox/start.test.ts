import assert from "node:assert/strict";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { describe, it } from "node:test";
import { parse } from "jsonc-parser";
import { sampleConfiguration, startSandbox } from "../../../src/sandbox/sandbox.ts";

/** Seven ports in a row of which the given one is in use, as far as can be told. */
async function occupiedPort() {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { port, release: () => new Promise((resolve) => server.close(resolve)) };
}

describe("Starting the sandbox", () => {
  it("says which port is in use and what to do, and leaves nothing running", async () => {
    const { port, release } = await occupiedPort();
    const first = port - 1;
    await assert.rejects(startSandbox({ port: first, users: 30 }), (error: Error) => {
      assert.match(error.message, new RegExp(`127\\.0\\.0\\.1:${port}: the port is in use`));
      assert.match(error.message, /Choose another port/);
      return true;
    });
    await assert.rejects(fetch(`http://127.0.0.1:${first}/api/v1/scim/Users`));
    await release();
  });

  it("refuses ports that do not exist, and faults that have no such name", async () => {
    await assert.rejects(startSandbox({ port: 65_533 }), /65535/);
    await assert.rejects(startSandbox({ faults: "hurricane" }), /storm/);
  });

  it("takes ports in a row from the one that it is given", async () => {
    const { port, release } = await occupiedPort();
    await release();
    const sandbox = await startSandbox({ port, users: 30 });
    const { odm, astakos, agave, control } = sandbox.endpoints;
    assert.deepEqual(
      [odm.url, astakos.url, agave.url, control.url],
      [port, port + 1, port + 2, port + 5].map((each) => `http://127.0.0.1:${each}`),
    );
    await sandbox.close();
    await assert.rejects(fetch(control.url));
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
    });
    assert.equal(reconcile.scope, 'emails[type eq "work" and value ew "@example.org"]');
    assert.equal(reconcile.match.length, 4);
    assert.equal(reconcile.set.length, 5);
    const { token, clientSecret, password } = sandbox.endpoints.agave;
    const { serviceToken, userToken } = sandbox.endpoints.astakos;
    for (const secret of [
      sandbox.endpoints.odm.token,
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

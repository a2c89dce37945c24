import type { TestContext } from "node:test";
import type { Directory, WritableDirectory } from "../../../src/identity/directory.ts";
import { connect } from "../../../src/platforms/connect.ts";
import type {
  ConnectionSettings,
  ConnectOptions,
  SecretName,
  SecretSource,
} from "../../../src/platforms/settings.ts";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../../src/sandbox/sandbox.ts";
import { FakeClock } from "../../unit/http/clock.ts";

export type Secrets = Partial<Record<SecretName, string>>;

/** Secrets in memory; those that are stored replace the given ones. */
export function memorySecrets(secrets: Secrets): SecretSource & { readonly kept: Secrets } {
  const kept = { ...secrets };
  return {
    kept,
    read: async (name) => kept[name],
    store: async (name, value) => {
      kept[name] = value;
    },
  };
}

/** A sandbox that ends with the test. */
export async function openSandbox(t: TestContext, options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ users: 300, ...options });
  t.after(() => sandbox.close());
  return sandbox;
}

type Extra = Partial<ConnectionSettings> & { readonly secrets?: Secrets; readonly options?: ConnectOptions };

function options(extra: Extra): ConnectOptions {
  return {
    clock: new FakeClock(),
    proxy: "none",
    howToSignIn: (connection, name) => `Run: rollcall sign-in ${connection} (${name}).`,
    ...extra.options,
  };
}

export function openOdm(t: TestContext, sandbox: Sandbox, extra: Extra = {}): WritableDirectory {
  const { url, token } = sandbox.endpoints.odm;
  const { secrets, options: _, ...settings } = extra;
  const directory = connect(
    { name: "odm", platform: "odm", url, ...settings } as ConnectionSettings & { platform: "odm" },
    memorySecrets(secrets ?? { token }),
    options(extra),
  );
  t.after(() => directory.close());
  return directory;
}

export function openAstakos(
  t: TestContext,
  sandbox: Sandbox,
  account: "service" | "user",
  extra: Extra = {},
): Directory {
  const { url, serviceToken, userToken } = sandbox.endpoints.astakos;
  const { secrets, options: _, ...settings } = extra;
  const directory = connect(
    { name: "okeanos", platform: "astakos", url, account, ...settings },
    memorySecrets(secrets ?? { token: account === "service" ? serviceToken : userToken }),
    options(extra),
  );
  t.after(() => directory.close());
  return directory;
}

export function openAgave(
  t: TestContext,
  sandbox: Sandbox,
  source: SecretSource,
  extra: Extra = {},
): Directory {
  const { secrets: _, options: __, ...settings } = extra;
  const directory = connect(
    { name: "tacc", platform: "agave", url: sandbox.endpoints.agave.url, ...settings },
    source,
    options(extra),
  );
  t.after(() => directory.close());
  return directory;
}

/** The requests that a platform has received, as `METHOD /path`. */
export function requestsTo(sandbox: Sandbox, platform: "odm" | "astakos" | "agave"): string[] {
  return sandbox
    .log()
    .filter((entry) => entry.platform === platform)
    .map(({ method, path }) => `${method} ${path}`);
}

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Sandbox, startSandbox } from "../../../src/sandbox/sandbox.ts";
import { type CommandOptions, type Ended, rollcall } from "./command.ts";

/** A sandbox, and a folder with a configuration of a connection to each of its platforms. */
export interface OperationsPlace {
  readonly sandbox: Sandbox;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly run: (...args: readonly string[]) => Promise<Ended>;
  readonly runWith: (options: CommandOptions, ...args: readonly string[]) => Promise<Ended>;
  readonly close: () => Promise<void>;
}

export async function openOperationsPlace(): Promise<OperationsPlace> {
  const sandbox = await startSandbox({ users: 60 });
  const { odm, astakos, agave, ubiops, osparc } = sandbox.endpoints;
  const folder = await mkdtemp(join(tmpdir(), "rollcall-call-"));
  const connections = {
    odm: { platform: "odm", url: odm.url },
    plain: { platform: "scim", url: odm.url, basePath: "/api/v1/scim" },
    guarded: { platform: "odm", url: odm.url, production: true },
    okeanos: { platform: "astakos", url: astakos.url, account: "service" },
    person: { platform: "astakos", url: astakos.url },
    newer: { platform: "astakos", url: astakos.url, version: "0.14" },
    tacc: { platform: "agave", url: agave.url },
    models: { platform: "ubiops", url: ubiops.url, project: ubiops.project },
    projectless: { platform: "ubiops", url: ubiops.url },
    osparc: { platform: "osparc", url: osparc.url },
    gone: { platform: "odm", url: "http://127.0.0.1:1" },
  };
  await writeFile(join(folder, "rollcall.jsonc"), JSON.stringify({ connections }));
  const environment = {
    XDG_STATE_HOME: join(folder, "state"),
    ROLLCALL_TOKEN_ODM: odm.token,
    ROLLCALL_TOKEN_PLAIN: odm.token,
    ROLLCALL_TOKEN_GUARDED: odm.token,
    ROLLCALL_TOKEN_GONE: odm.token,
    ROLLCALL_TOKEN_OKEANOS: astakos.serviceToken,
    ROLLCALL_TOKEN_PERSON: astakos.userToken,
    ROLLCALL_TOKEN_NEWER: astakos.userToken,
    ROLLCALL_TOKEN_TACC: agave.token,
    ROLLCALL_TOKEN_MODELS: ubiops.token,
    ROLLCALL_TOKEN_PROJECTLESS: ubiops.token,
  };
  const runWith = (options: CommandOptions, ...args: readonly string[]) =>
    rollcall(args, { folder, ...options, environment: { ...environment, ...options.environment } });
  return {
    sandbox,
    folder,
    environment,
    runWith,
    run: (...args) => runWith({}, ...args),
    async close() {
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

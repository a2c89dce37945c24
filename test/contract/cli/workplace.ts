import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSandbox } from "../../../src/sandbox/sandbox.ts";
import { type CommandOptions, type Ended, rollcall } from "./command.ts";

const people = 60;

/** A sandbox, and a folder with a configuration for it, that commands are run in. */
export interface Workplace {
  readonly folder: string;
  readonly run: (...args: readonly string[]) => Promise<Ended>;
  readonly runWith: (options: CommandOptions, ...args: readonly string[]) => Promise<Ended>;
  readonly write: (name: string, text: string) => Promise<void>;
  /** How many requests the target has received that are no reads. */
  readonly writes: () => number;
  readonly setFaults: (faults: unknown) => void;
  readonly close: () => Promise<void>;
}

/** What a configuration is written with. */
export interface Urls {
  readonly odm: string;
  readonly astakos: string;
  readonly agave: string;
}

/** A configuration as somebody would write it by hand. */
export function configuration({ odm, astakos, agave }: Urls, limits = "{}"): string {
  return `{
  // by hand
  "connections": {
    "odm": { "platform": "odm", "url": "${odm}" },
    "okeanos": { "platform": "astakos", "url": "${astakos}", "account": "service" },
    "tacc": { "platform": "agave", "url": "${agave}", "token": { "env": "TACC_TOKEN" } },
  },
  "reconcile": {
    "target": "odm",
    "sources": ["okeanos", "tacc"],
    "scope": "emails[type eq \\"work\\" and value ew \\"@example.org\\"]",
    "protect": "userName sw \\"svc-\\"",
    "match": [
      { "target": "externalId", "source": "okeanos.uuid" },
      { "target": "emails.value", "source": "okeanos.displayname" },
      { "target": "emails.value", "source": "tacc.email" },
      { "target": "userName", "source": "tacc.username" },
    ],
    "set": [
      { "attribute": "externalId", "from": "okeanos.uuid" },
      { "attribute": "displayName", "from": ["tacc.fullName"] },
      { "attribute": "displayName", "from": "okeanos.displayname", "on": "create" },
      { "attribute": "userName", "from": "okeanos.displayname", "on": "create" },
    ],
    "limits": ${limits},
  },
}
`;
}

export async function openWorkplace(): Promise<Workplace> {
  const sandbox = await startSandbox({ users: people });
  const { odm, astakos, agave } = sandbox.endpoints;
  const folder = await mkdtemp(join(tmpdir(), "rollcall-cli-"));
  const write = (name: string, text: string) => writeFile(join(folder, name), text);
  await write("rollcall.jsonc", configuration({ odm: odm.url, astakos: astakos.url, agave: agave.url }));
  const environment = {
    XDG_STATE_HOME: join(folder, "state"),
    ROLLCALL_TOKEN_ODM: odm.token,
    ROLLCALL_TOKEN_OKEANOS: astakos.serviceToken,
    TACC_TOKEN: agave.token,
  };
  const runWith = (options: CommandOptions, ...args: readonly string[]) =>
    rollcall(args, { folder, ...options, environment: { ...environment, ...options.environment } });
  return {
    folder,
    runWith,
    run: (...args) => runWith({}, ...args),
    write,
    writes: () =>
      sandbox.log().filter(({ platform, method }) => platform === "odm" && method !== "GET").length,
    setFaults: sandbox.setFaults,
    async close() {
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Plan } from "../../../src/identity/plan.ts";
import {
  type Sandbox,
  type SandboxOptions,
  sampleConfiguration,
  startSandbox,
} from "../../../src/sandbox/sandbox.ts";
import { openSession } from "../../../src/session/session.ts";
import type { Session } from "../../../src/session/types.ts";

/** A sandbox, a configuration for it, and sessions on that. */
export interface Workshop extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly session: Session;
  readonly folder: string;
  /** Opens another session on the same ledger. */
  another(): Promise<Session>;
  /** Rewrites the configuration and opens a session on it, with the same ledger. */
  reconfigured(change: (text: string) => string): Promise<Session>;
}

/** Starts at `now`, without memory, unless asked for a day one first. */
export async function openWorkshop(
  options: SandboxOptions & {
    readonly dayOne?: boolean;
    readonly configure?: (text: string) => string;
    /** Where the ledger for a folder is; in it without this. */
    readonly ledgerFile?: (folder: string) => Promise<string>;
  } = {},
): Promise<Workshop> {
  const { dayOne = false, configure = (text: string) => text, ledgerFile, ...rest } = options;
  const sandbox = await startSandbox({ users: 40, ...rest, ...(dayOne && { at: "baseline" as const }) });
  const folder = await mkdtemp(join(tmpdir(), "rollcall-"));
  const configurationFile = join(folder, "rollcall.jsonc");
  await writeFile(configurationFile, configure(sampleConfiguration(sandbox.endpoints)));
  const opened: Session[] = [];
  const another = async () => {
    const session = await sessionOn(sandbox, folder, await ledgerFile?.(folder));
    opened.push(session);
    return session;
  };
  const session = await another();
  if (dayOne) {
    await session.apply((await session.plan()).plan);
    sandbox.advance();
  }
  return {
    sandbox,
    session,
    folder,
    another,
    reconfigured: async (change) => {
      await writeFile(configurationFile, change(await readFile(configurationFile, "utf8")));
      return another();
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(opened.map((each) => each.close()));
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Opens a session on the configuration of a folder and, unless another is named, the ledger there, signed in to a sandbox. */
export function sessionOn(
  { endpoints }: Sandbox,
  folder: string,
  ledgerFile = join(folder, "ledger.db"),
): Promise<Session> {
  const { odm, astakos, agave } = endpoints;
  const secrets: Record<string, Record<string, string>> = {
    odm: { token: odm.token },
    okeanos: { token: astakos.serviceToken },
    tacc: {
      clientKey: agave.clientKey,
      clientSecret: agave.clientSecret,
      username: agave.username,
      password: agave.password,
    },
  };
  return openSession({
    configurationFile: join(folder, "rollcall.jsonc"),
    ledgerFile,
    secrets: (connection) => ({ read: async (name) => secrets[connection]?.[name] }),
    howToSignIn: () => "Use the sandbox's token.",
  });
}

/** Makes a configuration ask for the withdrawal of access from those who leave. */
export function withLeavers(text: string): string {
  return text.replace(
    /"reconcile":\s*\{/,
    '"reconcile": { "leavers": { "revoke": true, "list": ["owned"] },',
  );
}

/** Every request that asks ODM to change something, in the order in which they arrived. */
export function writesOf(sandbox: Sandbox) {
  return sandbox.log().filter(({ platform, method }) => platform === "odm" && method !== "GET");
}

/** The state of the target after a plan, as the plan promises it, for the accounts that it names. */
export function promisedValues({ changes }: Plan): Map<string, Record<string, unknown>> {
  return new Map(
    changes.map(({ target, set, id }) => [
      target.id ?? `new ${id}`,
      Object.fromEntries(
        Object.entries(set).map(([name, { to }]) => [
          name === "emails" ? "email" : name,
          Array.isArray(to) ? to[0]?.value : to,
        ]),
      ),
    ]),
  );
}

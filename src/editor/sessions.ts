import * as vscode from "vscode";
import type { Session, SessionOptions } from "../session/types.ts";
import type { ConfigurationState } from "./configuration/state.ts";
import type { ConfigurationStore } from "./configuration/store.ts";
import { originOf } from "./secrets/place.ts";
import type { Secrets } from "./secrets/store.ts";

/** What sessions need from the editor. */
export interface SessionSurroundings {
  readonly configuration: ConfigurationStore;
  readonly secrets: Secrets;
  readonly log: { debug(line: string): void; info(line: string): void };
  /** Where the ledger of a configuration file lies; undefined for the usual place. */
  readonly ledgerOf: (configurationFile: string) => string | undefined;
}

/** The engine for the configuration in use: loaded and opened on first use, closed when the configuration changes. */
export class Sessions {
  readonly #surroundings: SessionSurroundings;
  #open: { readonly state: ConfigurationState; readonly session: Promise<Session> } | undefined;
  /** How many long operations go on with each session. */
  readonly #uses = new Map<Session, number>();
  /** Sessions that are to be closed once nothing goes on with them. */
  readonly #outdated = new Set<Session>();

  constructor(surroundings: SessionSurroundings) {
    this.#surroundings = surroundings;
  }

  /** The session of the configuration in use: one, however many ask for it at once. Rejects where there is none that can be used. */
  async get(): Promise<Session> {
    const state = await this.#surroundings.configuration.state();
    if (this.#open?.state === state) return this.#open.session;
    const closing = this.close();
    if (state.kind !== "ready" && state.kind !== "noScim") {
      await closing;
      throw new Error(unusable[state.kind]);
    }
    const session = closing.then(() => this.#start(state.file));
    this.#open = { state, session };
    session.catch(() => {
      if (this.#open?.session === session) this.#open = undefined;
    });
    return session;
  }

  /**
   * Does something long with the session of the configuration in use. It goes on with that session to its end, also where the
   * configuration changes meanwhile and others are given a new one.
   */
  async use<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const session = await this.get();
    this.#uses.set(session, (this.#uses.get(session) ?? 0) + 1);
    try {
      return await work(session);
    } finally {
      await this.#released(session);
    }
  }

  /**
   * Closes what is open, so that the next use begins afresh: with the secrets and the configuration as they are then. A session that
   * something long goes on with is closed after that.
   */
  async close(): Promise<void> {
    const open = this.#open;
    this.#open = undefined;
    const session = await open?.session.catch(() => undefined);
    if (session === undefined) return;
    if (this.#uses.has(session)) this.#outdated.add(session);
    else await session.close();
  }

  async #released(session: Session): Promise<void> {
    const left = (this.#uses.get(session) ?? 0) - 1;
    if (left > 0) {
      this.#uses.set(session, left);
      return;
    }
    this.#uses.delete(session);
    if (this.#outdated.delete(session)) await session.close();
  }

  async #start(configurationFile: string): Promise<Session> {
    const { secrets, log, ledgerOf } = this.#surroundings;
    const { openSession } = await import("../session/session.ts");
    const ledgerFile = ledgerOf(configurationFile);
    return openSession({
      configurationFile,
      ...(ledgerFile === undefined ? {} : { ledgerFile }),
      secrets: (connection, origin) => secrets.source(connection, originOf(origin)),
      howToSignIn: (connection) => `Run "Rollcall: Sign In" for ${connection}.`,
      ...proxySettings(),
      onExchange: (line) => log.debug(line),
      onWait: (connection, seconds) => log.info(`${connection} asks to wait: goes on in ${seconds} s`),
    });
  }
}

const unusable: Readonly<Record<Exclude<ConfigurationState["kind"], "ready" | "noScim">, string>> = {
  noFolder: "No folder is open. Open the folder that holds rollcall.jsonc, or start the sandbox.",
  restricted: "This folder is not trusted, so its rollcall.jsonc is not read.",
  missing: "This folder has no rollcall.jsonc. Add a connection, or start the sandbox.",
  sandboxStopped: "The sandbox is stopped. Start it again.",
  broken: "rollcall.jsonc has problems. Open it to see where.",
};

/** The proxy that the editor is set to use; its `http.proxySupport` may say that extensions use none of it. */
function proxySettings(): Pick<SessionOptions, "proxy"> {
  const http = vscode.workspace.getConfiguration("http");
  const url = http.get<string>("proxy");
  if (!url || http.get<string>("proxySupport") === "off") return {};
  return { proxy: { url, noProxy: (http.get<readonly string[]>("noProxy") ?? []).join(",") } };
}

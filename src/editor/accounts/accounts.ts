import * as vscode from "vscode";
import type { ConnectionConfiguration } from "../../config/configuration.ts";
import type { Host } from "../host.ts";
import { originOf, placeText, type SignInPlace } from "../secrets/place.ts";
import { type Changes, changesBetween, placeOfSession, sessionOf, withScopes } from "./account.ts";

/**
 * The connections that are signed in, as accounts of the editor: they stand in its Accounts menu and can be signed out there. It says
 * nothing that the secret storage does not: sessions are made from what is kept, whenever somebody asks.
 */
export class Accounts {
  readonly #host: Host;
  readonly #changed: vscode.EventEmitter<Changes>;
  #told: readonly vscode.AuthenticationSession[] = [];
  #telling = Promise.resolve();

  /** What becomes of the sessions is told by `changed`. */
  constructor(host: Host, changed: vscode.EventEmitter<Changes>) {
    this.#host = host;
    this.#changed = changed;
  }

  async getSessions(
    scopes: readonly string[] | undefined,
    { account }: vscode.AuthenticationProviderSessionOptions = {},
  ): Promise<vscode.AuthenticationSession[]> {
    const sessions = withScopes(await this.#sessions(), scopes);
    return sessions.filter((session) => account === undefined || session.account.id === account.id);
  }

  /** Signs in to the connection that a scope names, or to that of the account; without either, to one that the person picks. */
  async createSession(
    scopes: readonly string[],
    { account }: vscode.AuthenticationProviderSessionOptions = {},
  ): Promise<vscode.AuthenticationSession> {
    const wanted = scopes[0] ?? (account && placeOfSession(account.id)?.connection);
    const connection = await this.#choose(wanted);
    const { signIn } = await import("../secrets/sign-in.ts");
    if (connection === undefined || !(await signIn(this.#host, connection)))
      throw new Error("Nobody has signed in.");
    return sessionOf({ connection: connection.name, origin: originOf(connection.url) });
  }

  /** Rejects where the person keeps what would be forgotten with it. */
  async removeSession(id: string): Promise<void> {
    const place = placeOfSession(id);
    if (place === undefined) throw new Error("Rollcall has no such account.");
    const { signOut } = await import("../secrets/sign-out.ts");
    if ((await signOut(this.#host, place.connection)) === "kept") throw new vscode.CancellationError();
  }

  /** Tells what has become of the sessions since it was told last; `renewed` has other secrets than before. One after the other, so that nothing is told twice. */
  tellChanges(renewed?: SignInPlace): void {
    const ids = new Set(renewed === undefined ? [] : [placeText(renewed)]);
    this.#telling = this.#telling.then(async () => {
      const before = this.#told;
      this.#told = await this.#sessions();
      const changes = changesBetween(before, this.#told, ids);
      if (changes !== undefined) this.#changed.fire(changes);
    });
  }

  async #choose(name: string | undefined): Promise<ConnectionConfiguration | undefined> {
    const { chooseToSignIn } = await import("../secrets/choose-by-state.ts");
    if (name === undefined) return chooseToSignIn(this.#host, []);
    const connection = (await this.#connections()).find((each) => each.name === name);
    if (connection === undefined) throw new Error(`rollcall.jsonc has no connection ${name} to sign in to.`);
    return connection;
  }

  async #connections(): Promise<readonly ConnectionConfiguration[]> {
    const state = await this.#host.configuration.state();
    return "configuration" in state ? Object.values(state.configuration.connections) : [];
  }

  async #sessions(): Promise<readonly vscode.AuthenticationSession[]> {
    const places = (await this.#connections()).map(({ name, url }) => ({
      connection: name,
      origin: originOf(url),
    }));
    const signedIn = await Promise.all(places.map((place) => this.#host.secrets.isSignedIn(place)));
    return places.filter((_, index) => signedIn[index]).map(sessionOf);
  }
}

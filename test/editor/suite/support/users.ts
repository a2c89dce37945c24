import assert from "node:assert/strict";
import type { Host } from "../../../../src/editor/host.ts";
import type { Handle } from "../../../../src/editor/tree/handle.ts";
import { items, labelled, run } from "./rollcall.ts";

/** The view of users. */
export const usersView = "rollcall.users";

/** What tests ask of the users in the view and on the sandbox's server. */
export class Users {
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  get sandbox() {
    return this.#host.sandbox.running ?? assert.fail("the sandbox does not run");
  }

  /** How many requests have been received. */
  get requests(): number {
    return this.sandbox.log().length;
  }

  /** The requests that ask to change something. */
  writes() {
    return this.sandbox.log().filter(({ platform, method }) => platform === "odm" && method !== "GET");
  }

  /** A user on the server, hidden ones among them. */
  stored(handle: Handle | string) {
    const id = typeof handle === "string" ? handle : idOf(handle);
    return (
      this.sandbox.state().odm.users.find((user) => user.id === id) ?? assert.fail(`there is no user ${id}`)
    );
  }

  /** The connection's item. */
  async connection(): Promise<Handle> {
    return labelled(await items(this.#host, usersView), "odm");
  }

  /** Opens the list to its end. */
  async loadAll(): Promise<void> {
    const shown = await items(this.#host, usersView, await this.connection());
    await run("loadAll", labelled(shown, "Load more"));
  }

  /** Those that the list shows. */
  async listed(): Promise<readonly Handle[]> {
    const shown = await items(this.#host, usersView, await this.connection());
    return shown.filter(({ node }) => node.noun === "user");
  }

  async byId(id: string): Promise<Handle> {
    return (await this.listed()).find((handle) => idOf(handle) === id) ?? assert.fail(`${id} is not listed`);
  }

  /** The first user of a kind of the sandbox's people. */
  async ofKind(kind: string): Promise<Handle> {
    const person = this.sandbox.truth().people.find((each) => each.kind === kind);
    return this.byId(person?.accounts.odm[0] ?? assert.fail(`there is nobody ${kind}`));
  }

  /** People in step, each with an account on every platform. */
  async inStep(): Promise<readonly [Handle, Handle, Handle, Handle]> {
    const people = this.sandbox.truth().people.filter(({ kind }) => kind === "inStep");
    const ids = new Set(people.map(({ accounts }) => accounts.odm[0]));
    const [one, two, three, four] = (await this.listed()).filter((handle) => ids.has(idOf(handle)));
    assert.ok(one && two && three && four);
    return [one, two, three, four];
  }

  /** Those that the server hides and Rollcall remembers. */
  async deactivated(): Promise<readonly Handle[]> {
    const shown = await items(this.#host, usersView, await this.connection());
    const group = shown.find(({ node }) => node.label === "Deactivated");
    return group === undefined ? [] : items(this.#host, usersView, group);
  }
}

/** The id that an item's user has on its server. */
export function idOf({ node }: Handle): string {
  return node.id.split("/").at(-1) ?? "";
}

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  changesBetween,
  noToken,
  placeOfSession,
  sessionOf,
  withScopes,
} from "../../../src/editor/accounts/account.ts";
import { signInState } from "../../../src/editor/secrets/sign-in-state.ts";

const tacc = sessionOf({ connection: "tacc", origin: "https://api.example.org" });
const local = sessionOf({ connection: "odm", origin: "http://127.0.0.1:4711" });

describe("an account", () => {
  it("is called by its connection and the host that it signs in at", () => {
    assert.equal(tacc.account.label, "tacc (api.example.org)");
    assert.equal(local.account.label, "odm (127.0.0.1:4711)");
    assert.deepEqual(placeOfSession(tacc.id), { connection: "tacc", origin: "https://api.example.org" });
    assert.equal(placeOfSession("nonsense"), undefined);
  });

  it("has no secret", () => {
    assert.equal(tacc.accessToken, noToken);
    assert.equal(tacc.accessToken, local.accessToken);
  });

  it("is found by its connection's name as a scope, and by no other", () => {
    const all = [tacc, local];
    assert.deepEqual(withScopes(all, undefined), all);
    assert.deepEqual(withScopes(all, []), all);
    assert.deepEqual(withScopes(all, ["odm"]), [local]);
    assert.deepEqual(withScopes(all, ["odm", "tacc"]), []);
    assert.deepEqual(withScopes(all, ["write"]), []);
  });

  it("comes, goes, and changes where its secrets do", () => {
    assert.equal(changesBetween([tacc], [tacc], new Set()), undefined);
    assert.equal(changesBetween([], [], new Set([tacc.id])), undefined);
    assert.deepEqual(changesBetween([tacc], [local], new Set([tacc.id, local.id])), {
      added: [local],
      removed: [tacc],
      changed: [],
    });
    assert.deepEqual(changesBetween([tacc, local], [tacc, local], new Set([tacc.id]))?.changed, [tacc]);
  });
});

describe("how a connection stands with its sign-in", () => {
  const now = Date.UTC(2030, 0, 1, 12);
  const at = (hours: number) => new Date(now + hours * 3_600_000);

  it("is told in words", () => {
    assert.equal(signInState(false, at(1), now).text, "not signed in");
    assert.equal(signInState(true, undefined, now).text, "signed in");
    assert.match(signInState(true, at(1), now).text, /^signed in until Jan 1, 2030/);
    assert.match(signInState(true, at(0), now).text, /^sign-in expired on Jan 1, 2030/);
  });

  it("puts first what has expired, then what is not signed in, then the nearest end", () => {
    const states = [
      signInState(true, at(-1), now),
      signInState(false, undefined, now),
      signInState(true, at(1), now),
      signInState(true, at(9), now),
      signInState(true, undefined, now),
    ];
    assert.deepEqual(
      states.toReversed().toSorted((one, other) => one.rank - other.rank),
      states,
    );
  });
});

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { coreUserSchema } from "../../../../src/filter/attributes.ts";
import { continuationsOf } from "../../../../src/filter/language/continuations.ts";

const texts = (text: string) => continuationsOf(text, coreUserSchema).map((each) => each.text);

describe("how a filter that is typed to its end can go on", () => {
  it("is nothing inside a string that is open, or after a wrong word", () => {
    assert.deepEqual(texts('userName eq "a'), []);
    assert.deepEqual(texts("zzz"), []);
  });

  it("takes the place of the word that is being typed", () => {
    assert.deepEqual(texts("active eq true and userN"), ["active eq true and userName "]);
    assert.deepEqual(texts("active e"), ["active eq "]);
    assert.deepEqual(texts('emails[type eq "w'), ['emails[type eq "work" ']);
  });

  it("stands apart from what it follows, and not from a bracket", () => {
    assert.deepEqual(texts('userName eq "a"'), ['userName eq "a" and ', 'userName eq "a" or ']);
    assert.deepEqual(texts("(title pr)"), ["(title pr) and ", "(title pr) or "]);
    assert.ok(texts("(").includes("(userName "));
    assert.ok(texts("").includes("userName "));
    assert.ok(texts("").includes("not ("));
  });
});

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  decisiveExpressions,
  explainFilter,
  explanationLines,
} from "../../../../src/filter/language/explain.ts";
import { parseFilter } from "../../../../src/filter/parse.ts";

const user = {
  userName: "bo",
  active: true,
  emails: [
    { type: "home", value: "bo@home.example" },
    { type: "work", value: "bo@work.example" },
  ],
};
const explain = (text: string) => explainFilter(parseFilter(text), user);
const decisive = (text: string) => decisiveExpressions(explain(text));

describe("why a filter holds or does not", () => {
  it("rests on the parts of and that fail, and on those of or that hold", () => {
    assert.deepEqual(decisive('active eq true and userName eq "al" and title pr'), [
      'userName eq "al"',
      "title pr",
    ]);
    assert.deepEqual(decisive("active eq true and userName pr"), ["active eq true", "userName pr"]);
    assert.deepEqual(decisive("title pr or active eq true"), ["active eq true"]);
    assert.deepEqual(decisive("title pr or nickName pr"), ["title pr", "nickName pr"]);
  });

  it("rests inside not on what makes it so, and never on what lies beside the deciding part", () => {
    assert.deepEqual(decisive("not (title pr or userName pr)"), ["userName pr"]);
    assert.deepEqual(decisive("(title pr and userName pr) or active eq true"), ["active eq true"]);
  });

  it("says what the user has where the filter looks", () => {
    assert.deepEqual(
      explanationLines(explain('emails.value ew "@work.example" and (title pr or not (active pr))')),
      [
        "> no   and",
        '  yes    emails.value ew "@work.example"  ("bo@home.example", "bo@work.example")',
        "> no     or",
        "> no       title pr  (no value)",
        "> no       not",
        "> yes        active pr  (true)",
      ],
    );
  });

  it("takes a value path as one expression", () => {
    assert.deepEqual(decisive('emails[type eq "work" and value ew "home.example"]'), [
      'emails[type eq "work" and value ew "home.example"]',
    ]);
  });
});

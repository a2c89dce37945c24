import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { coreUserSchema } from "../../../../src/filter/attributes.ts";
import { helpAt } from "../../../../src/filter/language/hover.ts";
import { sectionOf } from "../../../../src/filter/language/source.ts";

/** What is said of the word at the `|` of a text. */
function at(marked: string): string | undefined {
  const offset = marked.indexOf("|");
  const text = marked.replace("|", "");
  const help = helpAt(text, offset, coreUserSchema, sectionOf);
  return help && `${text.slice(help.range.start, help.range.end)}: ${help.paragraphs.join(" ")}`;
}

describe("help for a filter", () => {
  it("is none for strings, brackets, spaces, unknown attributes and wrong words", () => {
    for (const text of [
      'userName eq "|a"',
      "|(title pr)",
      "title| pr",
      "zz|z pr",
      "title |== 1",
      "|",
      "title pr|",
    ])
      assert.equal(at(text), undefined, text);
  });

  it("says of an attribute its type, whether case counts, and where it is defined", () => {
    assert.match(
      at('user|Name eq "a"') ?? "",
      /^userName: `userName` \(string; case does not count\).*RFC 7643 section 4\.1\.$/,
    );
    assert.match(at("|externalId pr") ?? "", /string; case-exact\).*section 3\.1\.$/);
    assert.match(at("|emails pr") ?? "", /complex, several values.*Parts: `value`, `type`.*section 4\.1\.$/);
  });

  it("knows the attribute by the brackets it stands in, and forgets them behind", () => {
    assert.match(at('emails[ty|pe eq "work"]') ?? "", /`emails\.type`.*`"work"`, `"home"`, `"other"`/);
    assert.match(at('emails[type eq "work"] and us|erName pr') ?? "", /`userName`/);
    const urn = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    assert.match(at(`${urn}:depart|ment pr`) ?? "", /section 4\.3\.$/);
  });

  it("says what operators and connectives mean, in any case, also while the rest is half typed", () => {
    assert.match(
      at('userName E|Q "a" and (') ?? "",
      /^EQ: `eq`: equals\..*RFC 7644 section 3\.4\.2\.2, table 3\.$/,
    );
    assert.match(at("title pr |or") ?? "", /`or`: one must hold.*tables 4 and 5\.$/);
    assert.match(at("n|ot (title pr)") ?? "", /must not hold/);
  });
});

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  coreUserSchema,
  findAttribute,
  isKnownAttribute,
  unknownAttributes,
} from "../../../src/filter/attributes.ts";
import { parseFilter } from "../../../src/filter/parse.ts";

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

describe("the schema of users", () => {
  it("does not know what RFC 7643 does not name", () => {
    for (const path of [
      "usernam",
      "name.userName",
      "emails.type.x",
      "userName.value",
      "department",
      `${enterprise}:userName`,
      "urn:x:y:userName",
      "__proto__",
      "constructor",
      "not a path",
      "",
    ]) {
      assert.equal(isKnownAttribute(coreUserSchema, path), false, path);
    }
  });

  it("knows attributes in any case, under core and extension URNs", () => {
    for (const path of [
      "userName",
      "USERNAME",
      "name.familyName",
      "emails.primary",
      "groups.$ref",
      "meta.lastModified",
      "schemas",
      "schemas.value",
      "id",
      "urn:ietf:params:scim:schemas:core:2.0:User:userName",
      `${enterprise}:department`,
      `${enterprise.toUpperCase()}:manager.displayName`,
      enterprise,
      `${enterprise}.department`,
    ]) {
      assert.equal(isKnownAttribute(coreUserSchema, path), true, path);
    }
  });

  it("says what they are like", () => {
    assert.equal(findAttribute(coreUserSchema, "userName")?.caseExact, undefined);
    assert.equal(findAttribute(coreUserSchema, "externalId")?.caseExact, true);
    assert.equal(findAttribute(coreUserSchema, "emails")?.multiValued, true);
    assert.equal(findAttribute(coreUserSchema, "meta.created")?.type, "dateTime");
    assert.equal(findAttribute(coreUserSchema, "id")?.mutability, "readOnly");
    assert.deepEqual(findAttribute(coreUserSchema, "emails.type")?.canonicalValues, [
      "work",
      "home",
      "other",
    ]);
  });
});

describe("attributes that the schema does not know", () => {
  it("are listed with their place and what may be meant", () => {
    const text = 'usrName eq "x" and emails[kind eq "work" and vlaue pr] or not (shoeSize gt 4)';
    const unknown = unknownAttributes(parseFilter(text), coreUserSchema);
    assert.deepEqual(
      unknown.map(({ path, range, suggestion }) => [path, text.slice(range?.start, range?.end), suggestion]),
      [
        ["usrName", "usrName", "userName"],
        ["emails.kind", "kind", undefined],
        ["emails.vlaue", "vlaue", "emails.value"],
        ["shoeSize", "shoeSize", undefined],
      ],
    );
  });

  it("are found by the dialect of Microsoft Entra too", () => {
    const filter = parseFilter('emails[type eq "work"].vallue eq "x"', { dialect: "entra" });
    assert.deepEqual(unknownAttributes(filter, coreUserSchema), [
      { path: "emails.vallue", range: { start: 22, end: 29 }, suggestion: "emails.value" },
    ]);
  });

  it("are listed without a place where the filter did not come from its text", () => {
    const filter = parseFilter("usrName pr");
    const bare = [{ path: "usrName", suggestion: "userName" }];
    assert.deepEqual(unknownAttributes(structuredClone(filter), coreUserSchema), bare);
    Object.assign(filter, { attrPath: "usrNam" });
    assert.deepEqual(unknownAttributes(filter, coreUserSchema), [{ path: "usrNam", suggestion: "userName" }]);
  });

  it("are none where all is known", () => {
    assert.deepEqual(
      unknownAttributes(parseFilter('emails[type eq "work"] and active eq true'), coreUserSchema),
      [],
    );
  });
});

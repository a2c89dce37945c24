import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type FilterPlace, filterPlaces } from "../../../src/config/filter-places.ts";
import { JsonString } from "../../../src/config/json-string.ts";
import { TextDocument } from "../../../src/config/text-document.ts";
import { completeFilter } from "../../../src/filter/complete.ts";
import { filterErrors } from "../../../src/filter/language/problems.ts";

const connections = `"connections": {
  "odm": { "platform": "odm", "url": "https://odm.example" },
  "tacc": { "platform": "agave", "url": "https://tacc.example" }
}`;

function placesIn(reconcile: string): { readonly text: string; readonly places: readonly FilterPlace[] } {
  const text = `{ ${connections}, "reconcile": { "target": "odm", "sources": ["tacc"], ${reconcile}`;
  return { text, places: filterPlaces(new TextDocument(text)) };
}

/** What is proposed at the `|` of a configuration. */
function proposed(marked: string): readonly string[] {
  const { text, places } = placesIn(marked);
  const offset = text.indexOf("|");
  const again = placesIn(marked.replace("|", "")).places;
  for (const { string, schema } of again) {
    const place = string.fromFile(offset);
    if (place !== undefined)
      return completeFilter(string.text, place, schema.attributes).map(({ label }) => label);
  }
  return assert.fail(`there is no filter at the place, of ${places.length}`);
}

/** The places of errors, as they stand in the file, each with what its fix writes. */
function marked(reconcile: string): readonly string[] {
  const { text, places } = placesIn(reconcile);
  return places.flatMap(({ string, check }) =>
    filterErrors(string.text, check).map(
      ({ range, fix }) =>
        `${text.slice(string.toFile(range.start), string.toFile(range.end))} -> ${fix === undefined ? "" : JsonString.escaped(fix.text)}`,
    ),
  );
}

describe("the filters of a configuration", () => {
  it("are none where there is no text, or another value", () => {
    assert.equal(placesIn('"scope": true, "protect": null, "set": [{ "when": 1 }, 2] } }').places.length, 0);
    assert.equal(filterPlaces(new TextDocument("")).length, 0);
    assert.equal(filterPlaces(new TextDocument('{ "reconcile": { "scope"')).length, 0);
    assert.equal(filterPlaces(new TextDocument('[{ "scope": "title pr" }]')).length, 0);
  });

  it("are scope, protect, the conditions of set rules and whom limits hold for", () => {
    const { places } = placesIn(
      '"scope": "title pr", "set": [{}, { "when": "tacc.email pr" }], "protect": "active pr", "limits": { "scoped": [{ "filter": "userName pr" }] } } }',
    );
    assert.deepEqual(
      places.map(({ role, string }) => [role, string.text]),
      [
        ["scope", "title pr"],
        ["protect", "active pr"],
        ["when", "tacc.email pr"],
        ["limit", "userName pr"],
      ],
    );
  });

  it("are the filter of protect also where it names users besides", () => {
    const { places } = placesIn('"protect": { "ids": ["1"], "filter": "active pr" } } }');
    assert.deepEqual(
      places.map(({ role, string }) => [role, string.text]),
      [["protect", "active pr"]],
    );
  });

  it("have each error at its place, over escapes", () => {
    assert.deepEqual(marked('"scope": "userName eq \\"a\\\\u0041\\" && active eq TRUE" } }'), [
      "&& -> and",
      "TRUE -> true",
    ]);
    assert.deepEqual(marked('"scope": "userName \\u0065q bob" } }'), ['bob -> \\"bob\\"']);
    assert.deepEqual(marked('"scope": "\\tusrName pr" } }'), ["usrName -> userName"]);
  });

  it("have the error of an unclosed string to the end of the line at most", () => {
    const { places, text } = placesIn('"scope": "userName eq \\"a\n  , "match": [] } }');
    const [place] = places;
    assert.ok(place);
    assert.equal(place.string.text, 'userName eq "a');
    assert.equal(text.slice(place.string.toFile(12), place.string.toFile(14)), '\\"a');
  });

  it("know the connections of a person", () => {
    assert.deepEqual(marked('"set": [{ "when": "tac.email pr" }] } }'), ["tac.email -> tacc.email"]);
    assert.deepEqual(marked('"set": [{ "when": "tacc.emeil pr" }] } }'), ["tacc.emeil -> tacc.email"]);
    assert.deepEqual(marked('"set": [{ "when": "odm[emails.value pr]" }] } }'), []);
  });

  it("are completed from the platform of the target", () => {
    assert.deepEqual(proposed('"scope": "us|" } }'), ["userName"]);
    assert.deepEqual(proposed('"limits": { "scoped": [{ "filter": "us|" }] } } }'), ["userName"]);
    assert.deepEqual(proposed('"scope": "nick|" } }'), []);
    assert.deepEqual(proposed('"scope": "emails[type eq |" } }'), ['"work"', '"home"', '"other"', "null"]);
    assert.deepEqual(proposed('"scope": "emails[type eq \\"w|\\"]" } }'), ['"work"']);
    assert.deepEqual(proposed('"scope": "userName eq \\"a\\" a|'), ["and"]);
  });

  it("are completed over people from the connections and their attributes", () => {
    assert.ok(proposed('"set": [{ "when": "|" }] } }').includes("tacc.fullName"));
    assert.deepEqual(proposed('"set": [{ "when": "tacc[full|" }] } }'), ["fullName"]);
    assert.deepEqual(proposed('"set": [{ "when": "odm[emails.v|" }] } }'), ["emails.value"]);
  });

  it("map every place there and back, whatever is escaped", () => {
    const text = '{ "reconcile": { "scope": "a\\"\\\\\\u00e9\\n\\q\u{1f600}b" } }';
    const [place] = filterPlaces(new TextDocument(text));
    assert.ok(place);
    assert.equal(place.string.text, 'a"\\é\nq\u{1f600}b');
    for (let unit = 0; unit <= place.string.text.length; unit++)
      assert.equal(place.string.fromFile(place.string.toFile(unit)), unit);
    assert.equal(text[place.string.toFile(place.string.text.length)], '"');
    assert.equal(place.string.fromFile(0), undefined);
    assert.equal(place.string.fromFile(text.length), undefined);
  });
});

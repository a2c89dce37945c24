import assert from "node:assert/strict";
import { test } from "node:test";
import { expressionPlaces } from "../../../src/config/expression-places.ts";
import { TextDocument } from "../../../src/config/text-document.ts";

function placesIn(reconcile: string) {
  const connections =
    '"odm": { "platform": "odm", "url": "https://odm.example" }, "tacc": { "platform": "agave", "url": "https://tacc.example" }';
  return expressionPlaces(
    new TextDocument(`{ "connections": { ${connections} }, "reconcile": { "target": "odm", ${reconcile}`),
  );
}

test("the texts that say where values come from are found, alone and in lists, in a file that is half typed", () => {
  const places = placesIn(
    '"sources": ["tacc", "gone"], "set": [{ "from": "lower(\\"A\\")" }, { "attribute": "x" }, 7, { "from": ["tacc.email", 1, "join("',
  );
  assert.deepEqual(
    places.map(({ string }) => string.text),
    ['lower("A")', "tacc.email", "join("],
  );
});

test("they know the attributes of the sources and of nobody else", () => {
  const [place] = placesIn('"sources": ["tacc", "gone"], "set": [{ "from": "x" }] } }');
  const names = place?.attributes.map(({ name }) => name) ?? [];
  assert.ok(names.includes("tacc.firstName"));
  assert.ok(names.every((name) => name.startsWith("tacc.")));
  assert.match(place?.attributes[0]?.help ?? "", /Agave/);
});

test("there are none where there is nothing of that shape", () => {
  assert.deepEqual(placesIn('"set": { "from": "x" } } }'), []);
  assert.deepEqual(expressionPlaces(new TextDocument("")), []);
});

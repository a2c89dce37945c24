import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { Host } from "../../../src/editor/host.ts";
import { metadataNode } from "../../../src/editor/metadata/section.ts";
import type { FailureSubject } from "../../../src/editor/tree/failure.ts";
import type { Handle } from "../../../src/editor/tree/handle.ts";
import type {
  ConfirmQuestion,
  DraftQuestion,
  InputQuestion,
  PickQuestion,
} from "../../../src/editor/ui/ask.ts";
import { describe, it } from "../harness/cases.ts";
import { type Beside, besideRollcall, runningSandbox } from "./support/agave.ts";
import { answering, eventually, heard, labelled, opened, read, run, told } from "./support/rollcall.ts";
import { onSandbox } from "./support/sandbox.ts";
import { type ShownSections, showing } from "./support/sections.ts";

interface Stored {
  readonly uuid: string;
  readonly name: string;
  readonly value: unknown;
  readonly associationIds: readonly string[];
  readonly schemaId: string | null;
}

const secret = "s3cret-of-a-scanner";

describe("the metadata of what Agave holds", () => {
  let host: Host;
  let beside: Beside;
  let shown: ShownSections;
  let uuid: string;

  const sandbox = () => runningSandbox(host);
  const section = async (): Promise<Handle> => (await shown.items())[0] ?? assert.fail("no section");
  const metadata = async () => shown.items(await section());
  const refreshed = async () => {
    await run("refresh", await section());
    return metadata();
  };
  const stored = async () =>
    (await beside.send("GET", `/meta/v2/data?limit=250`)).result as readonly Stored[];
  const named = async (name: string) =>
    (await stored()).find((each) => each.name === name) ?? assert.fail(`no metadata ${name}`);
  const add = (name: string, value: unknown) =>
    beside.send("POST", "/meta/v2/data", { name, value, associationIds: [uuid] });
  const schemas = async () =>
    (await beside.send("GET", "/meta/v2/schemas")).result as readonly { readonly uuid: string }[];

  onSandbox(async (started) => {
    host = started;
    beside = besideRollcall(host);
    const { result } = await beside.send("GET", "/systems/v2/imaging.vm");
    uuid = (result as { readonly uuid: string }).uuid;
    shown = showing(host, [metadataNode(host, "system", { connection: "tacc", uuid, name: "imaging.vm" })]);
    return () => {
      shown.dispose();
    };
  });

  it("is listed by what it is associated with, its value in a line without what looks like a secret", async () => {
    assert.deepEqual((await metadata()).map(read), ["No metadata is associated with it"]);
    await add("πλάκα", { wells: 96 });
    await add("scanner", { token: secret });
    await beside.send("POST", "/meta/v2/data", { name: "elsewhere", value: 1 });
    const items = await refreshed();
    assert.deepEqual(items.map(({ node }) => node.label).toSorted(), ["scanner", "πλάκα"]);
    const plate = labelled(items, "πλάκα");
    assert.equal(read(plate), 'πλάκα | {"wells":96}');
    assert.equal(heard(plate), 'πλάκα, {"wells":96}, metadata');
    assert.ok(
      items.every(
        ({ node }) => !JSON.stringify([node.label, node.description, node.tooltip]).includes(secret),
      ),
    );
    assert.equal(read(await section()), "Metadata | 2");
    assert.deepEqual((await shown.items(plate)).map(read), ["Permissions", "Notifications"]);
  });

  it("is read again with one request, and keeps its items", async () => {
    const known = await metadata();
    const before = sandbox().log().length;
    assert.deepEqual(await refreshed(), known);
    assert.equal(sandbox().log().length - before, 1);
  });

  it("opens as JSON at an address that lasts, and is copied by id and as JSON", async () => {
    const plate = labelled(await metadata(), "πλάκα");
    const { uuid: id } = await named("πλάκα");
    await run("openJson", plate);
    const document = await opened(/"uuid"/);
    assert.equal(document.languageId, "json");
    assert.deepEqual(JSON.parse(document.getText()).value, { wells: 96 });
    const { renderDocument } = await import("../../../src/editor/documents/render.ts");
    const { documentReference } = await import("../../../src/editor/documents/reference.ts");
    assert.equal(await renderDocument(host, documentReference(document.uri)), document.getText());
    await run("copyId", plate, [plate]);
    await eventually(async () => assert.equal(await vscode.env.clipboard.readText(), id));
    await run("copyJson", plate, [plate]);
    await eventually(async () =>
      assert.equal(JSON.parse(await vscode.env.clipboard.readText()).name, "πλάκα"),
    );
  });

  it("is edited as JSON, and its item follows", async () => {
    await run("edit", labelled(await metadata(), "πλάκα"));
    const document = await opened(/"wells": 96/);
    const edit = new vscode.WorkspaceEdit();
    const at = document.getText().indexOf("96");
    edit.replace(document.uri, new vscode.Range(document.positionAt(at), document.positionAt(at + 2)), "384");
    await vscode.workspace.applyEdit(edit);
    assert.ok(await document.save());
    assert.deepEqual((await named("πλάκα")).value, { wells: 384 });
    assert.deepEqual((await named("πλάκα")).associationIds, [uuid]);
    assert.equal(read(labelled(await metadata(), "πλάκα")), 'πλάκα | {"wells":384}');
  });

  it("is written as JSON and added after one question that shows it", async () => {
    const handle = await section();
    const ask = await answering(
      host,
      [
        {
          id: "metadata",
          answer({ text, validate }: DraftQuestion) {
            assert.equal(validate(text), undefined);
            assert.ok(text.includes(uuid));
            assert.match(validate('{"value": 1}')?.message ?? "", /needs a name/);
            return text.replace('"note"', '"added"').replace('"text": ""', '"text": "here"');
          },
        },
        { id: "add", answer: true },
      ],
      () => run("addMetadata", handle),
    );
    const question = ask.asked[1] as ConfirmQuestion;
    assert.ok(question.message.includes(sandbox().endpoints.agave.url));
    assert.match(question.detail, /"name": "added"/);
    assert.deepEqual((await named("added")).value, { text: "here" });
    labelled(await metadata(), "added");
  });

  it("is not added where the draft is given up or the question is answered with no", async () => {
    const handle = await section();
    const before = (await stored()).length;
    await answering(host, [{ id: "metadata", answer: undefined }], () => run("addMetadata", handle));
    await answering(
      host,
      [
        { id: "metadata", answer: ({ text }: DraftQuestion) => text },
        { id: "add", answer: false },
      ],
      () => run("addMetadata", handle),
    );
    assert.equal((await stored()).length, before);
  });

  it("is told of as lost where nobody knows whether it was added, is added once, and shown", async () => {
    const handle = await section();
    sandbox().setFaults([{ kind: "dropAfter", platform: "agave", method: "POST", times: 1 }]);
    const ask = await answering(
      host,
      [
        { id: "metadata", answer: ({ text }: DraftQuestion) => text.replace('"note"', '"lost"') },
        { id: "add", answer: true },
        { id: "problem", answer: undefined },
      ],
      () => run("addMetadata", handle),
    );
    assert.match(told(ask)[2] ?? "", /may have been added: look for its name/);
    assert.equal((await stored()).filter(({ name }) => name === "lost").length, 1);
    labelled(await metadata(), "lost");
  });

  it("has schemas, which are added, opened and edited; what does not follow its schema can be put right", async () => {
    await answering(
      host,
      [
        {
          id: "schema",
          answer({ text, validate }: DraftQuestion) {
            assert.match(validate("[]")?.message ?? "", /JSON object/);
            return text;
          },
        },
        { id: "add", answer: true },
        { id: "added", answer: undefined },
      ],
      () => run("addMetadataSchema"),
    );
    const [schema] = await schemas();
    assert.ok(schema);
    const handle = await section();
    const ask = await answering(
      host,
      [
        {
          id: "schema",
          answer({ choices }: PickQuestion) {
            assert.deepEqual(
              choices.map(({ label }) => label),
              ["No schema", "Plate"],
            );
            return schema.uuid;
          },
        },
        {
          id: "metadata",
          answer({ text }: DraftQuestion) {
            assert.match(text, /"wells": 0/);
            return text.replace('"wells": 0', '"wells": "many"');
          },
        },
        { id: "add", answer: true },
        { id: "refused", answer: "Edit Again" },
        {
          id: "metadata",
          answer({ text }: DraftQuestion) {
            assert.match(text, /"wells": "many"/);
            return text.replace('"many"', "96").replace('"note"', '"after a schema"');
          },
        },
        { id: "add", answer: true },
      ],
      () => run("addMetadata", handle),
    );
    assert.match(told(ask)[3] ?? "", /does not conform to schema/);
    assert.equal((await named("after a schema")).schemaId, schema.uuid);
    await answering(host, [{ id: "schema", answer: schema.uuid }], () => run("browseMetadataSchemas"));
    const document = await opened(/"title": "Plate"/);
    const edit = new vscode.WorkspaceEdit();
    const at = document.getText().indexOf("Plate");
    edit.replace(
      document.uri,
      new vscode.Range(document.positionAt(at), document.positionAt(at + 5)),
      "Plates",
    );
    await vscode.workspace.applyEdit(edit);
    assert.ok(await document.save());
    await eventually(async () => {
      const { result } = await beside.send("GET", `/meta/v2/schemas/${schema.uuid}`);
      assert.equal((result as { schema: { title: string } }).schema.title, "Plates");
    });
  });

  it("counts what follows a schema before that is deleted", async () => {
    const [schema] = await schemas();
    assert.ok(schema);
    const ask = await answering(
      host,
      [
        { id: "schema", answer: schema.uuid },
        { id: "delete", answer: true },
      ],
      () => run("deleteMetadataSchema"),
    );
    const { message, detail } = ask.asked[1] as ConfirmQuestion;
    assert.equal(message, "Delete Plates of tacc?");
    assert.match(detail, /1 piece of metadata of what you can see follows it/);
    assert.deepEqual(await schemas(), []);
    await answering(host, [{ id: "none", answer: undefined }], () => run("browseMetadataSchemas"));
  });

  it("is searched by name or query; a query that is refused or finds nothing is there again", async () => {
    const ask = await answering(
      host,
      [
        {
          id: "query",
          answer({ validate }: InputQuestion) {
            assert.match(validate?.('{"name":')?.message ?? "", /no JSON/);
            return '{"name": {"$near": 1}}';
          },
        },
        { id: "none", answer: "Change Query…" },
        {
          id: "query",
          answer({ value }: InputQuestion) {
            assert.equal(value, '{"name": {"$near": 1}}');
            return "nothing-of-that-name";
          },
        },
        { id: "none", answer: "Change Query…" },
        { id: "query", answer: "πλά*" },
        { id: "metadata", answer: ({ choices }: PickQuestion) => choices[0]?.id },
      ],
      () => run("browseMetadata"),
    );
    assert.match(told(ask)[1] ?? "", /400 Malformed JSON Query/);
    assert.equal(told(ask)[3], "No metadata of tacc matches.");
    await opened(/"name": "πλάκα"/);
    await answering(
      host,
      [
        { id: "query", answer: '{"value.wells": {"$gt": 100}}' },
        {
          id: "metadata",
          answer({ choices }: PickQuestion) {
            assert.deepEqual(
              choices.map(({ label }) => label),
              ["πλάκα"],
            );
            return undefined;
          },
        },
      ],
      () => run("browseMetadata"),
    );
  });

  it("is deleted together after one question; what is gone already counts, and what fails is told", async () => {
    const items = await metadata();
    const chosen = ["lost", "added", "scanner"].map((name) => labelled(items, name));
    await beside.send("DELETE", `/meta/v2/data/${(await named("lost")).uuid}`);
    sandbox().setFaults([{ kind: "forbidden", platform: "agave", method: "DELETE", after: 2, times: 1 }]);
    const ask = await answering(
      host,
      [
        { id: "delete", answer: true },
        { id: "partly", answer: undefined },
      ],
      () => run("deleteMetadata", chosen[0], chosen),
    );
    const question = ask.asked[0] as ConfirmQuestion;
    assert.equal(question.message, "Delete 3 pieces of metadata of tacc?");
    assert.match(question.detail, /^lost \(.*\)\nadded \(.*\)\nscanner \(/);
    assert.ok(question.detail.includes(sandbox().endpoints.agave.url));
    assert.match(told(ask)[1] ?? "", /^2 pieces of metadata deleted\. 1 failed: scanner: tacc: 403 /);
    const left = (await metadata()).map(({ node }) => node.label);
    assert.ok(left.includes("scanner") && !left.includes("added") && !left.includes("lost"));
  });

  it("that belongs to nothing is found by a search and deleted", async () => {
    await answering(
      host,
      [
        { id: "query", answer: "elsewhere" },
        { id: "metadata", answer: ({ choices }: PickQuestion) => choices[0]?.id },
        { id: "delete", answer: true },
      ],
      () => run("deleteMetadata"),
    );
    assert.ok((await stored()).every(({ name }) => name !== "elsewhere"));
  });

  it("is found from the palette below the views", async () => {
    await answering(
      host,
      [
        { id: "view", answer: "systems" },
        {
          id: "item",
          answer: ({ choices }: PickQuestion) =>
            choices.find(({ label }) => label.startsWith("Imaging workstation"))?.id,
        },
        { id: "metadata", answer: ({ text }: DraftQuestion) => text.replace('"note"', '"by palette"') },
        { id: "add", answer: true },
      ],
      () => run("addMetadata"),
    );
    labelled(await metadata(), "by palette");
  });

  it("is listed to its end where the server gives it in pages", async () => {
    for (let index = 0; index < 130; index += 1) await add(`many ${index}`, index);
    const before = sandbox().log().length;
    const labels = new Set((await refreshed()).map(({ node }) => node.label));
    for (let index = 0; index < 130; index += 1) assert.ok(labels.has(`many ${index}`));
    assert.equal(sandbox().log().length - before, 2);
  });

  it("says in its place what went wrong, and keeps what was known", async () => {
    const known = await metadata();
    sandbox().setFaults([{ kind: "forbidden", platform: "agave" }]);
    const [failure, ...kept] = await refreshed();
    assert.ok(failure);
    assert.equal(read(failure), "tacc does not allow this | Select to retry");
    assert.ok((failure.node.subject as FailureSubject).problem.advice);
    assert.deepEqual(kept, known);
    sandbox().setFaults([]);
    await run("retry", failure);
    assert.deepEqual(await metadata(), known);
  });
});

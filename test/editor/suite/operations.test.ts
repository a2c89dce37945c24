import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as vscode from "vscode";
import { withoutSecrets } from "../../../src/editor/calls/secrets.ts";
import type { Host } from "../../../src/editor/host.ts";
import type { Choice, InputQuestion, PickQuestion, Remark } from "../../../src/editor/ui/ask.ts";
import { describe, it } from "../harness/cases.ts";
import { answering, eventually, opened, run } from "./support/rollcall.ts";
import { onSandbox } from "./support/sandbox.ts";

type Script = NonNullable<Parameters<typeof answering>[1]>;

describe("operations", () => {
  let host: Host;
  let folder: string;

  onSandbox(async (started) => {
    host = started;
    folder = await mkdtemp(join(tmpdir(), "rollcall-operations-"));
    return async () => {
      await rm(folder, { recursive: true, force: true });
    };
  });

  const calling = (connection: string, operation: string, script: Script) =>
    answering(
      host,
      [{ id: "connection", answer: connection }, { id: "operation", answer: operation }, ...script],
      () => run("runOperation"),
    );
  const requests = (path: RegExp) =>
    (host.sandbox.running?.log() ?? []).filter((entry) => path.test(entry.path));
  const connectionNamed = async (platform: string) => {
    const { connections } = (await host.sessions.get()).configuration;
    const found = Object.values(connections).find((each) => each.platform === platform);
    return found?.name ?? assert.fail(`no ${platform} is configured`);
  };

  it("are listed by service, each with its help, and writes can be told from reads", async () => {
    const ask = await answering(
      host,
      [
        { id: "connection", answer: "tacc" },
        { id: "operation", answer: undefined },
      ],
      () => run("runOperation"),
    );
    const { choices } = ask.asked[1] as PickQuestion;
    assert.equal(choices.length, 120);
    const named = (name: string): Choice => choices.find(({ id }) => id === name) ?? assert.fail(name);
    assert.match(named("apps.list").description ?? "", /^reads · GET \/apps\/v2/);
    assert.match(named("apps.delete").description ?? "", /^writes · DELETE /);
    assert.notEqual(named("apps.list").icon, named("apps.delete").icon);
    assert.equal(named("apps.list").group, "apps");
    assert.ok(choices.every(({ detail }) => detail));
    const groups = choices.map(({ group }) => group);
    assert.equal(new Set(groups).size, groups.filter((group, index) => group !== groups[index - 1]).length);
  });

  it("ask for what is required first, check it, and offer the rest in a list", async () => {
    const remarks: (Remark | undefined)[] = [];
    const ask = await calling("tacc", "systems.list", [
      { id: "more", answer: "parameter/limit" },
      {
        id: "limit",
        answer: ({ validate }: InputQuestion) => {
          remarks.push(validate?.("many"), validate?.("2"), validate?.(""));
          return "2";
        },
      },
      { id: "more", answer: "run" },
    ]);
    assert.equal(remarks[0]?.message, 'limit must be a whole number, and "many" is none.');
    assert.deepEqual(remarks.slice(1, 3), [undefined, undefined]);
    const last = ask.asked.findLast(({ id }) => id === "more") as PickQuestion;
    const given = last.choices.find(({ id }) => id === "parameter/limit");
    assert.deepEqual([given?.group, given?.description], ["Given", "2"]);
    const document = await opened(/^\{/);
    assert.equal(document.languageId, "json");
    assert.equal(JSON.parse(document.getText()).result.length, 2);
  });

  it("that write are sent after one question with the connection and its URL, and not after a no", async () => {
    const models = await connectionNamed("ubiops");
    const made = () => requests(/service-users$/).filter(({ method }) => method === "POST").length;
    const refused = await calling(models, "service_users_create", [
      { id: "more", answer: "run" },
      { id: "content", answer: "text" },
      { id: "body", answer: '{ "name": "refused" }' },
      { id: "write", answer: false },
    ]);
    const question = refused.asked.at(-1);
    assert.ok(question && "detail" in question);
    const url = host.sandbox.running?.endpoints.ubiops.url ?? "";
    assert.equal(question.message, `Send service_users_create to ${models} at ${url}?`);
    assert.equal(made(), 0);
  });

  it("give an example for a body, refuse a broken one, and mask the token that is shown once", async () => {
    const models = await connectionNamed("ubiops");
    let remark: Remark | undefined;
    await calling(models, "service_users_create", [
      { id: "more", answer: "run" },
      { id: "content", answer: "text" },
      {
        id: "body",
        answer: ({ text, validate }: { text: string; validate(text: string): Remark | undefined }) => {
          remark = validate('{\n  "name": \n}');
          return text;
        },
      },
      { id: "write", answer: true },
      { id: "token", answer: "Copy Token" },
    ]);
    assert.match(remark?.message ?? "", /^Line 3 is not JSON/);
    const document = await opened(/"token"/);
    const copied = await eventually(async () => {
      const text = await vscode.env.clipboard.readText();
      assert.match(text, /^\w{30,}$/);
      return text;
    });
    assert.ok(!document.getText().includes(copied));
    assert.match(document.getText(), /"name": "nightly-import"/);
    assert.match(document.getText(), /"token": "•+"/);
    await vscode.env.clipboard.writeText("");
    await run("copyAnswerSecret");
    await eventually(async () => assert.equal(await vscode.env.clipboard.readText(), copied));

    let begun = "";
    const script = [
      { id: "more", answer: "content" },
      { id: "content", answer: "text" },
      {
        id: "body",
        answer: ({ text }: { text: string }) => {
          begun = text;
          return undefined;
        },
      },
      { id: "more", answer: undefined },
    ];
    await answering(host, script, () => run("changeOperation"));
    assert.match(begun, /"nightly-import"/);
  });

  it("to a production connection are sent only where its name is typed", async () => {
    const session = await host.sessions.get();
    const { connections } = session.configuration;
    const models = await connectionNamed("ubiops");
    const before = connections[models] ?? assert.fail();
    Object.assign(connections, { [models]: { ...before, production: true } });
    try {
      let remark: Remark | undefined;
      const ask = await calling(models, "service_users_delete", [
        { id: "service_user_id", answer: "nobody" },
        { id: "more", answer: "run" },
        {
          id: "production",
          answer: ({ validate }: InputQuestion) => {
            remark = validate?.("yes");
            return undefined;
          },
        },
      ]);
      assert.equal(remark?.message, `Type ${models} to go on.`);
      assert.match((ask.asked.at(-1) as InputQuestion).title, /^Send service_users_delete to .* at http/);
      assert.equal(requests(/nobody/).length, 0);
    } finally {
      Object.assign(connections, { [models]: before });
    }
  });

  it("that fail open what is known of it, with a Retry that sends the same again", async () => {
    host.sandbox.running?.setFaults([{ kind: "forbidden", platform: "agave" }]);
    await calling("tacc", "profiles.listByUsername", [{ id: "username", answer: "nobody" }]);
    const failure = await opened(/^profiles\.listByUsername on tacc\n/);
    assert.match(failure.getText(), /tacc does not allow this[\s\S]*status +403/);
    const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      "vscode.executeCodeLensProvider",
      failure.uri,
    );
    const lenses = found.map(({ command }) => command?.command);
    assert.deepEqual(lenses, ["rollcall.retryOperation", "rollcall.changeOperation"]);
    host.sandbox.running?.setFaults([]);
    const before = requests(/profiles\/v2\/nobody/).length;
    await answering(host, [], () => run("retryOperation"));
    assert.equal(requests(/profiles\/v2\/nobody/).length, before + 1);
  });

  it("are remembered by name and parameters, without what they carried, and filled in again", async () => {
    await calling("tacc", "profiles.listByUsername", [{ id: "username", answer: "somebody" }]);
    const kept = JSON.stringify(host.context.workspaceState.get("calls.history"));
    assert.ok(!kept.includes("nightly-import"));
    const ask = await answering(
      host,
      [
        { id: "call", answer: "0" },
        { id: "more", answer: "run" },
      ],
      () => run("runOperationAgain"),
    );
    const { choices } = ask.asked[0] as PickQuestion;
    assert.equal(choices[0]?.label, "profiles.listByUsername");
    assert.equal(choices[0]?.detail, "username=somebody");
    assert.equal(requests(/profiles\/v2\/somebody/).length, 2);
  });

  it("that answer bytes are saved where they are wanted", async () => {
    const path = join(folder, "download");
    await calling("tacc", "files.downloadFromDefaultSystem", [
      { id: "sourcefilePath", answer: "README.txt" },
      { id: "more", answer: "run" },
      { id: "destination", answer: path },
      { id: "saved", answer: undefined },
    ]);
    assert.match(await readFile(path, "utf8"), /^Files of the sandbox\./);
  });

  it("show no secret of an answer, whatever holds it, and every key that only names something", () => {
    const answer = {
      result: { consumerSecret: "one", tokens: 3, key: "simcore/services/a" },
      list: [{ access_token: "two", token_last_used: "today", publicKey: "shown" }],
      code: "three",
    };
    const { shown, secrets } = withoutSecrets({ shownOnce: ["code"] }, answer);
    const values = secrets.map(({ value }) => value);
    assert.deepEqual(values, ["one", "two", "three"]);
    const text = JSON.stringify(shown);
    for (const value of values) assert.ok(!text.includes(`"${value}"`));
    for (const kept of ["simcore/services/a", "today", "shown"]) assert.ok(text.includes(kept));
  });

  it("say that they are done where the answer is empty", async () => {
    const models = await connectionNamed("ubiops");
    const [user] = host.sandbox.running?.state().ubiops.serviceUsers ?? [];
    await calling(models, "service_users_delete", [
      { id: "service_user_id", answer: user?.id },
      { id: "more", answer: "run" },
      { id: "write", answer: true },
      { id: "done", answer: undefined },
    ]);
    assert.ok(!host.sandbox.running?.state().ubiops.serviceUsers.some(({ id }) => id === user?.id));
  });

  it("are found out about by a probe, which writes nothing", async () => {
    const writes = () => requests(/./).filter(({ method }) => !["GET", "POST"].includes(method)).length;
    const before = writes();
    await answering(host, [{ id: "connection", answer: "tacc" }], () => run("probeConnection"));
    const text = (await opened(/^tacc: Agave at http/)).getText();
    assert.match(text, /\n\+ reachable +yes\n/);
    assert.match(text, /\n\+ signed in +as \w+\n/);
    assert.equal(writes(), before);
  });
});

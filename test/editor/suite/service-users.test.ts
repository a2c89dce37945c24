import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import * as vscode from "vscode";
import type { Host } from "../../../src/editor/host.ts";
import type { Handle } from "../../../src/editor/tree/handle.ts";
import type { Remark } from "../../../src/editor/ui/ask.ts";
import { describe, it } from "../harness/cases.ts";
import { runningSandbox } from "./support/agave.ts";
import {
  answering,
  configurationFile,
  eventually,
  heard,
  items,
  labelled,
  opened,
  read,
  run,
  told,
} from "./support/rollcall.ts";
import { onSandbox } from "./support/sandbox.ts";

const view = "rollcall.serviceUsers";

describe("the service users", () => {
  let host: Host;

  const sandbox = () => runningSandbox(host);
  const onServer = () => sandbox().state().ubiops.serviceUsers;
  const models = async () => labelled(await items(host, view), "models");
  const users = async () => items(host, view, await models());
  const ofUbiops = () =>
    sandbox()
      .log()
      .filter(({ platform }) => platform === "ubiops").length;
  const clipboard = () => vscode.env.clipboard.readText();
  const expired = async (): Promise<Handle> => {
    const found = (await users()).find(({ node }) => node.flags?.includes("expired"));
    return found ?? assert.fail("nobody has expired");
  };

  onSandbox(async (started) => {
    host = started;
    await users();
  });

  it("are listed with their expiry in words and not by colour alone", async () => {
    assert.equal(read(await models()), "models | 8");
    const shown = (await users()).map(read);
    assert.ok(shown.some((text) => /^okeanos-import \| expired \d+ days ago$/.test(text)));
    assert.ok(shown.some((text) => /^workshop \| expires in (\d days?|\d+ hours)$/.test(text)));
    assert.ok(shown.some((text) => /^okeanos-import \| expires \d{4}-\d{2}-\d{2}$/.test(text)));
    assert.ok(shown.includes("Εργαστήριο απεικόνισης | never expires"));
    const soon = labelled(await users(), "workshop");
    assert.match(heard(soon), /^workshop, expires in .*, service user, expires soon$/);
    const icons = new Set((await users()).map(({ node }) => node.icon?.id));
    assert.deepEqual([...icons].toSorted(), ["circle-slash", "key", "warning"]);
  });

  it("are filtered here, as the server cannot, with the filter in sight and without another request", async () => {
    const before = ofUbiops();
    const remarks: (Remark | undefined)[] = [];
    await answering(
      host,
      [
        {
          id: "filter",
          answer: ({ validate }: { validate(text: string): Remark | undefined }) => {
            remarks.push(validate("stat:expired"), validate("STATE:expired"), validate('"a:b"'));
            return "import state:expired";
          },
        },
      ],
      () => run("filterServiceUsers"),
    );
    assert.match(remarks[0]?.message ?? "", /no field stat.*state/);
    assert.deepEqual(remarks.slice(1), [undefined, undefined]);
    assert.equal((await users()).length, 1);
    assert.equal(read(await models()), "models | 1 of 8 · filtered");
    assert.equal(host.views.get(view)?.view.description, "import state:expired");
    assert.equal(ofUbiops(), before);
    await answering(host, [{ id: "filter", answer: "nobody-at-all" }], () => run("filterServiceUsers"));
    assert.deepEqual((await users()).map(read), ["No service user matches the filter | nobody-at-all"]);
    await run("clearServiceUsersFilter");
    assert.equal((await users()).length, 8);
    assert.equal(host.views.get(view)?.view.description, undefined);
  });

  it("are copied by id, name, JSON and URL, and as a command without the token", async () => {
    const user = labelled(await users(), "viewer-frontend");
    const id = user.node.id.split("/").at(-1) ?? "";
    const { url, project, token } = sandbox().endpoints.ubiops;
    const address = `${url}/projects/${project}/service-users/${id}`;
    const expected: readonly (readonly [string, string])[] = [
      ["copyId", id],
      ["copyName", "viewer-frontend"],
      ["copyUrl", address],
      ["copyCurl", `curl --header "Authorization: Token $ROLLCALL_TOKEN_MODELS" '${address}'`],
    ];
    for (const [command, text] of expected) {
      await run(command, user, [user]);
      await eventually(async () => assert.equal(await clipboard(), text));
      assert.ok(!(await clipboard()).includes(token));
    }
    await run("copyJson", user, [user]);
    await eventually(async () => assert.equal(JSON.parse(await clipboard()).id, id));
  });

  it("open as JSON at a stable address", async () => {
    const user = labelled(await users(), "scanner-upload");
    await run("openJson", user);
    const document = await opened(/"scanner-upload"/);
    assert.equal(document.languageId, "json");
    assert.ok(!document.uri.toString().includes("token"));
    const { renderDocument } = await import("../../../src/editor/documents/render.ts");
    const { documentReference } = await import("../../../src/editor/documents/reference.ts");
    assert.equal(await renderDocument(host, documentReference(document.uri)), document.getText());
  });

  it("are read again one at a time, with one request", async () => {
    const user = labelled(await users(), "scanner-upload");
    const before = sandbox().log().length;
    await run("refresh", user);
    const asked = sandbox().log().slice(before);
    assert.deepEqual(
      asked.map(({ method }) => method),
      ["GET"],
    );
    assert.ok(asked[0]?.path.endsWith(user.node.id.split("/").at(-1) ?? "-"));
    assert.equal(labelled(await users(), "scanner-upload"), user);
  });

  it("are created, and the token goes to the clipboard and is told nowhere", async () => {
    const ask = await answering(
      host,
      [
        {
          id: "name",
          answer: ({ validate }: { validate(text: string): Remark | undefined }) => {
            assert.ok(validate("  "));
            return "made-here";
          },
        },
        { id: "expiry", answer: "90" },
        {
          id: "origins",
          answer: ({ validate }: { validate(text: string): Remark | undefined }) => {
            assert.match(validate("https://a.example.org/path")?.message ?? "", /no origin/);
            return "https://a.example.org, http://localhost:3000";
          },
        },
        { id: "tokenPlace", answer: "clipboard" },
        { id: "token", answer: undefined },
      ],
      () => run("createServiceUser"),
    );
    const token = await eventually(async () => {
      const text = await clipboard();
      assert.match(text, /^[0-9a-f]{40}$/);
      return text;
    });
    assert.ok(!JSON.stringify(ask.asked).includes(token));
    const made = labelled(await users(), "made-here");
    assert.match(read(made), /^made-here \| expires \d{4}-\d{2}-\d{2}$/);
    const stored = onServer().find(({ name }) => name === "made-here");
    assert.deepEqual(stored?.origins, ["https://a.example.org", "http://localhost:3000"]);
    await run("openJson", made);
    assert.ok(!(await opened(/"made-here"/)).getText().includes(token));
  });

  it("are shown as they are now where they are open as JSON", async () => {
    const user = labelled(await users(), "viewer-frontend");
    await run("openJson", user);
    const document = await opened(/"viewer-frontend"/);
    await answering(host, [{ id: "name", answer: "viewer" }], () => run("renameServiceUser", user));
    await eventually(async () => assert.match(document.getText(), /"name": "viewer"/));
  });

  it("are changed: name, origins, expiry, and never with an explicit null", async () => {
    const user = labelled(await users(), "made-here");
    const id = user.node.id.split("/").at(-1);
    const stored = () => onServer().find((each) => each.id === id);
    await answering(host, [{ id: "name", answer: "renamed-here" }], () => run("renameServiceUser", user));
    assert.equal(stored()?.name, "renamed-here");
    assert.equal(labelled(await users(), "renamed-here").node.id, user.node.id);
    await answering(host, [{ id: "origins", answer: "" }], () => run("setServiceUserOrigins", user));
    assert.deepEqual(stored()?.origins, []);
    await answering(
      host,
      [
        { id: "expiry", answer: "date" },
        {
          id: "expiryDate",
          answer: ({ validate }: { validate(text: string): Remark | undefined }) => {
            assert.ok(validate("2031-02-30") && validate("2001-01-01") && validate("soon"));
            return "2031-01-31";
          },
        },
      ],
      () => run("setServiceUserExpiry", user),
    );
    assert.equal(read(labelled(await users(), "renamed-here")), "renamed-here | expires 2031-01-31");
    await answering(host, [{ id: "expiry", answer: "never" }], () => run("setServiceUserExpiry", user));
    assert.equal(stored()?.expires, null);
    assert.equal(read(labelled(await users(), "renamed-here")), "renamed-here | never expires");
  });

  it("have their token reset after one question, and kept where that was wanted", async () => {
    const user = labelled(await users(), "renamed-here");
    const ask = await answering(
      host,
      [
        { id: "tokenPlace", answer: "keep" },
        { id: "reset", answer: true },
        { id: "token", answer: undefined },
      ],
      () => run("resetServiceUserToken", user),
    );
    assert.match(told(ask).join("\n"), /Reset the token of renamed-here of models\?/);
    assert.match(read(labelled(await users(), "renamed-here")), /· token kept$/);
    await run("copyServiceUserToken", user);
    const token = await eventually(async () => {
      const text = await clipboard();
      assert.match(text, /^[0-9a-f]{40}$/);
      return text;
    });
    const { url, project } = sandbox().endpoints.ubiops;
    const answer = await fetch(`${url}/projects/${project}/service-users`, {
      headers: { authorization: `Token ${token}` },
    });
    assert.equal(answer.status, 403);
    await answering(host, [{ id: "forget", answer: true }], () => run("forgetServiceUserToken", user));
    assert.equal(read(labelled(await users(), "renamed-here")), "renamed-here | never expires");
  });

  it("are told of a reset whose answer was lost for what it is, and reset once more", async () => {
    const user = labelled(await users(), "renamed-here");
    sandbox().setFaults([{ kind: "dropAfter", platform: "ubiops", method: "PUT", times: 1 }]);
    const ask = await answering(
      host,
      [
        { id: "tokenPlace", answer: "clipboard" },
        { id: "reset", answer: true },
        { id: "lost", answer: "Reset Again" },
        { id: "token", answer: undefined },
      ],
      () => run("resetServiceUserToken", user),
    );
    assert.match(told(ask)[2] ?? "", /answer .* was lost.*old token may not work.*Reset it once more/);
  });

  it("appear where the answer to their creation was lost, and the person is told that the token is", async () => {
    sandbox().setFaults([{ kind: "dropAfter", platform: "ubiops", method: "POST", times: 1 }]);
    const ask = await answering(
      host,
      [
        { id: "name", answer: "lost-here" },
        { id: "expiry", answer: "never" },
        { id: "origins", answer: "" },
        { id: "tokenPlace", answer: "clipboard" },
        { id: "problem", answer: undefined },
      ],
      () => run("createServiceUser", undefined),
    );
    assert.match(told(ask).at(-1) ?? "", /token nobody has/);
    labelled(await users(), "lost-here");
  });

  it("that have expired are not changed, but deleted and recreated where a person wants it", async () => {
    const user = await expired();
    const requests = sandbox().log().length;
    const ask = await answering(host, [{ id: "expired", answer: undefined }], () =>
      run("renameServiceUser", user),
    );
    assert.match(told(ask)[0] ?? "", /has expired.*changes nothing of expired.*recreated/);
    assert.equal(sandbox().log().length, requests);
    const { id, name, connection } = user.node.subject as unknown as Record<string, string>;
    await answering(
      host,
      [
        { id: "expired", answer: "Delete and Recreate…" },
        { id: "expiry", answer: "30" },
        { id: "tokenPlace", answer: "clipboard" },
        { id: "recreate", answer: true },
        { id: "token", answer: undefined },
      ],
      () => run("setServiceUserExpiry", user),
    );
    assert.equal(connection, "models");
    assert.equal(
      onServer().some((each) => each.id === id),
      false,
    );
    const again = (await users()).filter(({ node }) => node.label === name && node.flags?.includes("live"));
    assert.ok(again.length > 0);
  });

  it("are deleted together after one question that names them; what fails is told, the rest is gone", async () => {
    const [one, other] = [labelled(await users(), "renamed-here"), labelled(await users(), "lost-here")];
    sandbox().setFaults([{ kind: "forbidden", platform: "ubiops", method: "DELETE", after: 1, times: 1 }]);
    const ask = await answering(
      host,
      [
        { id: "delete", answer: true },
        { id: "partly", answer: "Show Details" },
      ],
      () => run("deleteServiceUser", one, [one, other]),
    );
    const [question, partly] = ask.asked;
    assert.ok(question && "detail" in question && partly && "message" in partly);
    assert.equal(question.message, "Delete 2 service users of models?");
    assert.match(question.detail, /^renamed-here \(.*@.*\)\nlost-here \(/);
    assert.ok(question.detail.includes(sandbox().endpoints.ubiops.url));
    assert.match(partly.message, /^1 service user deleted\. 1 failed: lost-here: models: 403 /);
    const details = await opened(/^1 service user deleted\./);
    assert.match(details.getText(), /\nrenamed-here: deleted\nlost-here: models: 403/);
    const left = (await users()).map(({ node }) => node.label);
    assert.ok(!left.includes("renamed-here") && left.includes("lost-here"));
    await answering(host, [{ id: "delete", answer: true }], () => run("deleteServiceUser", other));
    assert.ok((await users()).every(({ node }) => node.label !== "lost-here"));
  });

  it("are kept in sight below the error where they cannot be read again", async () => {
    const before = await users();
    sandbox().setFaults([{ kind: "unauthorised", platform: "ubiops" }]);
    await run("refresh", await models());
    const [failure, ...kept] = await users();
    assert.equal(read(failure ?? assert.fail()), "models needs a sign-in | Sign in, or select to retry");
    assert.deepEqual(kept, before);
    sandbox().setFaults([]);
    await run("retry", failure);
    assert.deepEqual(await users(), before);
  });

  it("of several connections stand side by side, and one that fails leaves the others alone", async () => {
    const { url, project } = sandbox().endpoints.ubiops;
    const file = configurationFile();
    const before = readFileSync(file, "utf8");
    const more = `"more": { "platform": "ubiops", "url": "${url}", "project": "${project}" },`;
    writeFileSync(file, before.replace('"models": {', `${more}\n    "models": {`));
    await host.configuration.reload();
    try {
      const roots = await eventually(async () => {
        const shown = await items(host, view);
        assert.deepEqual(
          shown.map(({ node }) => node.label),
          ["more", "models"],
        );
        return shown;
      });
      const below = await items(host, view, roots[0]);
      assert.deepEqual(
        below.map(({ node }) => node.label),
        ["more needs a sign-in"],
      );
      assert.ok((await items(host, view, roots[1])).length > 1);
      const ask = await answering(host, [{ id: "connection", answer: undefined }], () =>
        run("createServiceUser"),
      );
      assert.equal(ask.asked.length, 1);
    } finally {
      writeFileSync(file, before);
      await host.configuration.reload();
    }
  });

  it("are asked for where a command is run from the palette, and nothing happens where nobody is picked", async () => {
    const before = onServer().length;
    const script = [{ id: "resource", answer: undefined }];
    const ask = await answering(host, script, () => run("deleteServiceUser"));
    const [question] = ask.asked;
    assert.ok(question && "choices" in question && question.choices.length === before);
    assert.equal(onServer().length, before);
  });
});

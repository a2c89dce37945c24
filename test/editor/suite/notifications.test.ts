import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import * as vscode from "vscode";
import type { Host } from "../../../src/editor/host.ts";
import { notificationsNode } from "../../../src/editor/notifications/section.ts";
import type { NotificationSubject } from "../../../src/editor/notifications/subjects.ts";
import type { Handle } from "../../../src/editor/tree/handle.ts";
import { contextValue } from "../../../src/editor/tree/node.ts";
import {
  back,
  type ConfirmQuestion,
  type InputQuestion,
  type PickQuestion,
} from "../../../src/editor/ui/ask.ts";
import { describe, it } from "../harness/cases.ts";
import { type Beside, besideRollcall, runningSandbox } from "./support/agave.ts";
import {
  answering,
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
import { type ShownSections, showing } from "./support/sections.ts";

interface Stored {
  readonly id: string;
  readonly url: string;
  readonly event: string;
  readonly persistent: boolean;
  readonly status: string;
  readonly policy: Readonly<Record<string, unknown>>;
}

const app = "wordcount-1.0";
const secret = "s3cret-of-a-hook";

describe("the notifications about what Agave holds", () => {
  let host: Host;
  let beside: Beside;
  let shown: ShownSections;
  let uuid: string;
  let hook: Server;

  const sandbox = () => runningSandbox(host);
  const section = async (): Promise<Handle> => (await shown.items())[0] ?? assert.fail("no section");
  const notifications = async () => shown.items(await section());
  const refreshed = async () => {
    await run("refresh", await section());
    return notifications();
  };
  const stored = async () => {
    const path = `/notifications/v2?associatedUuid=${uuid}&filter=*&limit=250`;
    return (await beside.send("GET", path)).result as readonly Stored[];
  };
  const at = async (url: string) =>
    (await stored()).find((each) => each.url === url) ?? assert.fail(`no notification to ${url}`);
  const add = (url: string, fields: object = {}) =>
    beside.send("POST", "/notifications/v2", { url, event: "*", associatedUuid: uuid, ...fields });
  const happen = () =>
    beside.send("POST", `/apps/v2/${app}/pems`, { username: "somebody", permission: "READ" });
  const hookUrl = (path: string) => `http://127.0.0.1:${(hook.address() as AddressInfo).port}${path}`;
  const toHook = (all: readonly Handle[], path: string) =>
    all.find(({ node }) => (node.subject as NotificationSubject | undefined)?.name === hookUrl(path));

  onSandbox(async (started) => {
    host = started;
    beside = besideRollcall(host);
    const { result } = await beside.send("GET", `/apps/v2/${app}`);
    uuid = (result as { readonly uuid: string }).uuid;
    shown = showing(host, [
      notificationsNode(host, "app", { connection: "tacc", uuid, of: "app", name: app }),
    ]);
    hook = createServer((request, response) => {
      response.writeHead(request.url === "/broken" ? 500 : 200).end();
    });
    await new Promise<void>((resolve) => hook.listen(0, "127.0.0.1", resolve));
    return () => {
      shown.dispose();
      hook.close();
    };
  });

  it("are added by URL or e-mail address, for an event that fits, after one question that says it all", async () => {
    assert.deepEqual((await notifications()).map(read), ["Nobody is notified of it"]);
    const handle = await section();
    const ask = await answering(
      host,
      [
        {
          id: "url",
          answer({ validate }: InputQuestion) {
            assert.match(validate?.("ana")?.message ?? "", /URL .* or an e-mail address/);
            assert.equal(validate?.("http://a.example.org")?.warning, true);
            return " ana@example.org ";
          },
        },
        {
          id: "event",
          answer({ choices, placeholder }: PickQuestion) {
            assert.match(placeholder, /wordcount/);
            assert.equal(choices[0]?.id, "*");
            assert.ok(
              choices.some(({ id }) => id === "PUBLISHED") && !choices.some(({ id }) => id === "FINISHED"),
            );
            return back;
          },
        },
        { id: "url", answer: `https://hooks.example.org/agave?token=${secret}` },
        { id: "event", answer: "PERMISSION_GRANT" },
        { id: "persistent", answer: "always" },
        { id: "policy", answer: "delayed" },
        { id: "add", answer: true },
      ],
      () => run("addNotification", handle),
    );
    const { message, detail } = ask.asked.at(-1) as ConfirmQuestion;
    assert.ok(message.includes(sandbox().endpoints.agave.url) && !message.includes(secret));
    assert.match(
      detail,
      /PERMISSION_GRANT: somebody is given access\nEach time.*\n.*tried again up to 12 times/,
    );
    const added = await at(`https://hooks.example.org/agave?token=${secret}`);
    assert.equal(added.persistent, true);
    assert.equal(added.policy.retryStrategyType, "DELAYED");
    const [item] = await notifications();
    assert.ok(item);
    assert.match(read(item), /^hooks\.example\.org\/agave\?… \| PERMISSION_GRANT · each time · active$/);
    assert.match(heard(item), /, notification$/);
    assert.equal(contextValue(item.node), "notification+editable");
    assert.ok(!JSON.stringify([item.node.label, item.node.tooltip]).includes(secret));
    assert.equal(read(await section()), "Notifications | 1");
  });

  it("are added for events that only the platform or one's jobs know", async () => {
    const handle = await section();
    await answering(
      host,
      [
        { id: "url", answer: "Ελένη@example.org" },
        { id: "event", answer: "other" },
        { id: "otherEvent", answer: " my_event " },
        { id: "persistent", answer: "once" },
        { id: "policy", answer: "none" },
        { id: "add", answer: true },
      ],
      () => run("addNotification", handle),
    );
    assert.equal((await at("Ελένη@example.org")).event, "MY_EVENT");
    const item = labelled(await notifications(), "Ελένη@example.org");
    assert.equal(read(item), "Ελένη@example.org | MY_EVENT · once · active");
    assert.equal(item.node.icon?.id, "mail");
  });

  it("are not added where a question is given up or answered with no", async () => {
    const handle = await section();
    const before = (await stored()).length;
    await answering(host, [{ id: "url", answer: undefined }], () => run("addNotification", handle));
    await answering(
      host,
      [
        { id: "url", answer: "ana@example.org" },
        { id: "event", answer: "*" },
        { id: "persistent", answer: "once" },
        { id: "policy", answer: "none" },
        { id: "add", answer: false },
      ],
      () => run("addNotification", handle),
    );
    assert.equal((await stored()).length, before);
  });

  it("say how delivery went, in words and by an icon, and with the facts", async () => {
    await add(hookUrl("/ok"), { persistent: true });
    await add(hookUrl("/broken"), { persistent: true });
    await add(hookUrl("/ok?once"));
    await add(hookUrl("/broken?once"));
    await add("https://unreachable.example.org/");
    await happen();
    const words = {
      "/ok": /each time · active$/,
      "/broken": /each time · active, was not delivered last$/,
      "/ok?once": /once · delivered$/,
    };
    await eventually(async () => {
      const all = await refreshed();
      for (const [path, expected] of Object.entries(words)) {
        const item = toHook(all, path);
        assert.match(item ? read(item) : "", expected);
      }
      assert.match(read(labelled(all, "unreachable")), /once · stopped, was not delivered$/);
    });
    const failing = toHook(await notifications(), "/broken");
    assert.equal(failing?.node.icon?.color, "list.warningForeground");
    assert.match(failing?.node.tooltip ?? "", /attempts: 1\n.*\n- last response: 500/);
    const stopped = labelled(await notifications(), "unreachable");
    assert.match(stopped.node.tooltip ?? "", /last response: none/);
    assert.equal(contextValue(stopped.node), "notification");
  });

  it("are read again with one request, and keep their items", async () => {
    const known = await notifications();
    const before = sandbox().log().length;
    assert.deepEqual(await refreshed(), known);
    assert.equal(sandbox().log().length - before, 1);
  });

  it("open as JSON without the secrets in their addresses, and are copied so", async () => {
    const item = labelled(await notifications(), "hooks.example.org");
    await run("openJson", item);
    const document = await opened(/"PERMISSION_GRANT"/);
    assert.ok(!document.getText().includes(secret));
    await run("copyJson", item, [item]);
    await eventually(async () => {
      const text = await vscode.env.clipboard.readText();
      assert.match(text, /PERMISSION_GRANT/);
      assert.ok(!text.includes(secret));
    });
  });

  it("are changed as JSON, and say why where they are over", async () => {
    await run("edit", labelled(await notifications(), "Ελένη"));
    const document = await opened(/"MY_EVENT"/);
    const start = document.getText().indexOf("MY_EVENT");
    const range = new vscode.Range(
      document.positionAt(start),
      document.positionAt(start + "MY_EVENT".length),
    );
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, range, "DELETED");
    await vscode.workspace.applyEdit(edit);
    assert.ok(await document.save());
    assert.equal((await at("Ελένη@example.org")).event, "DELETED");
    assert.equal(
      read(labelled(await notifications(), "Ελένη")),
      "Ελένη@example.org | DELETED · once · active",
    );
    const stopped = labelled(await notifications(), "unreachable");
    const ask = await answering(host, [{ id: "problem", answer: undefined }], () => run("edit", stopped));
    assert.match(told(ask)[0] ?? "", /not be changed\. Add another one/);
  });

  it("are told of as lost where nobody knows whether they were added, are added once, and shown", async () => {
    const handle = await section();
    sandbox().setFaults([{ kind: "dropAfter", platform: "agave", method: "POST", times: 1 }]);
    const ask = await answering(
      host,
      [
        { id: "url", answer: "lost@example.org" },
        { id: "event", answer: "*" },
        { id: "persistent", answer: "once" },
        { id: "policy", answer: "immediate" },
        { id: "add", answer: true },
        { id: "problem", answer: undefined },
      ],
      () => run("addNotification", handle),
    );
    assert.match(told(ask)[5] ?? "", /may have been made.*fires twice/);
    assert.equal((await stored()).filter(({ url }) => url === "lost@example.org").length, 1);
    labelled(await notifications(), "lost@example.org");
  });

  it("are refused in words where the platform refuses them", async () => {
    const handle = await section();
    sandbox().setFaults([{ kind: "forbidden", platform: "agave", method: "POST" }]);
    const ask = await answering(
      host,
      [
        { id: "url", answer: "refused@example.org" },
        { id: "event", answer: "*" },
        { id: "persistent", answer: "once" },
        { id: "policy", answer: "none" },
        { id: "add", answer: true },
        { id: "problem", answer: undefined },
      ],
      () => run("addNotification", handle),
    );
    assert.match(told(ask)[5] ?? "", /403/);
    assert.ok((await stored()).every(({ url }) => url !== "refused@example.org"));
  });

  it("are deleted together after one question; what is gone already counts, and what fails is told", async () => {
    const all = await notifications();
    const chosen = ["lost@", "Ελένη", "hooks"].map((label) => labelled(all, label));
    await beside.send("DELETE", `/notifications/v2/${(await at("lost@example.org")).id}`);
    sandbox().setFaults([{ kind: "forbidden", platform: "agave", method: "DELETE", after: 2, times: 1 }]);
    const ask = await answering(
      host,
      [
        { id: "delete", answer: true },
        { id: "partly", answer: undefined },
      ],
      () => run("deleteNotification", chosen[0], chosen),
    );
    const question = ask.asked[0] as ConfirmQuestion;
    assert.equal(question.message, "Delete 3 notifications of tacc?");
    assert.match(
      question.detail,
      /^lost@example\.org: everything · once · active\nΕλένη@example\.org: DELETED/,
    );
    assert.ok(!question.detail.includes(secret));
    assert.match(
      told(ask)[1] ?? "",
      /^2 notifications deleted\. 1 failed: https:\/\/hooks\.example\.org\/agave\?token=•+: /,
    );
    const left = (await notifications()).map(({ node }) => node.label);
    assert.ok(!left.some((label) => label.startsWith("lost@") || label.startsWith("Ελένη")));
    assert.ok(left.some((label) => label.startsWith("hooks")));
  });

  it("are found from the palette below the views", async () => {
    await answering(
      host,
      [
        { id: "view", answer: "jobs" },
        { id: "item", answer: ({ choices }: PickQuestion) => choices[0]?.id },
        { id: "url", answer: "ana@example.org" },
        {
          id: "event",
          answer({ choices }: PickQuestion) {
            assert.ok(
              choices.some(({ id, description }) => id === "FINISHED" && description === "it ends well"),
            );
            return "FINISHED";
          },
        },
        { id: "persistent", answer: "once" },
        { id: "policy", answer: "none" },
        { id: "add", answer: true },
      ],
      () => run("addNotification"),
    );
    const jobs = await items(host, "rollcall.jobs", labelled(await items(host, "rollcall.jobs"), "tacc"));
    const [job] = jobs;
    const below = labelled(await items(host, "rollcall.jobs", job), "Notifications");
    assert.deepEqual((await items(host, "rollcall.jobs", below)).map(read), [
      "ana@example.org | FINISHED · once · active",
    ]);
  });
});

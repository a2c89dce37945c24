import assert from "node:assert/strict";
import { readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import * as vscode from "vscode";
import type { Host } from "../../../src/editor/host.ts";
import type { Dispute } from "../../../src/identity/plan.ts";
import { after, afterEach, before, describe, it } from "../harness/cases.ts";
import { runningSandbox } from "./support/agave.ts";
import {
  answering,
  configurationFile,
  eventually,
  items,
  labelled,
  rollcall,
  run,
  told,
  withoutConfiguration,
} from "./support/rollcall.ts";

const reconciliation = "rollcall.reconciliation";

describe("what people say of accounts", () => {
  let host: Host;
  let policyBefore: string | undefined;
  const file = () => join(dirname(configurationFile()), "rollcall.links.jsonc");
  const plan = () => host.reconciliation.inHand?.planning.plan ?? assert.fail("no plan is in hand");
  const disputeIds = () => plan().disputes.map(({ id }) => id);
  /** The number of requests for accounts. Other views may follow their jobs meanwhile. */
  const requests = () =>
    runningSandbox(host)
      .log()
      .filter(({ platform, path }) => platform !== "agave" || path.includes("/profiles")).length;

  /** The number of requests once views that are shown have read what they show. */
  const settledRequests = async () => {
    for (let before = -1; before !== requests(); await sleep(1000)) before = requests();
    return requests();
  };

  /** A dispute of two users over one account of a source. */
  const aDispute = () => {
    const isUser = ({ connection }: Dispute["candidates"][number]) => connection === plan().target.connection;
    const dispute = plan().disputes.find(({ candidates }) => candidates.filter(isUser).length > 1);
    assert.ok(dispute, "the sandbox has a dispute of two users");
    const sources = dispute.candidates.filter((candidate) => !isUser(candidate));
    return {
      dispute,
      users: dispute.candidates.filter(isUser),
      source: sources[0] ?? assert.fail(),
      sources,
    };
  };

  const row = (group: string, label: string) =>
    eventually(async () => {
      const roots = await items(host, reconciliation);
      return labelled(await items(host, reconciliation, labelled(roots, group)), label);
    });

  const withoutLinks = async () => {
    await rm(file(), { force: true });
    await host.configuration.reload();
    const { inHand } = host.reconciliation;
    if (inHand !== undefined) await eventually(async () => assert.equal(plan().policy, policyBefore));
  };

  before(async () => {
    host = await rollcall();
    await withoutConfiguration(host);
    await run("startSandbox");
    await withoutLinks();
    await answering(host, [{ id: "planned", answer: undefined }], () => run("reconcile"));
    policyBefore = plan().policy;
  });

  afterEach(async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await withoutLinks();
  });

  after(async () => {
    await run("stopSandbox");
    await withoutConfiguration(host);
  });

  it("settles a dispute at once, without reading any server again, and keeps what is left out so", async () => {
    const { dispute, users, source } = aDispute();
    const [user] = users;
    const [left] = plan().changes;
    assert.ok(user && left);
    host.reconciliation.tick([left.id], false);
    const before = await settledRequests();
    const label = dispute.candidates.map((candidate) => candidate.label).join(" or ");
    const handle = await row("Disputes", label);
    await answering(host, [{ id: "settle", answer: `belongs ${user.id}` }], () =>
      run("settleDispute", handle),
    );
    assert.ok(!disputeIds().includes(dispute.id));
    assert.equal(requests(), before);
    assert.ok(host.reconciliation.inHand?.leftOut.has(left.id));
    const text = await readFile(file(), "utf8");
    assert.ok(
      text.includes(`{ "target": "${user.id}", "source": "${source.connection}", "id": "${source.id}" }`),
      text,
    );

    await answering(host, [{ id: "unlink", answer: "0" }], () => run("unlinkAccounts"));
    assert.ok(disputeIds().includes(dispute.id));
    assert.equal(requests(), before);
  });

  it("shows the candidates side by side, a line for each attribute", async () => {
    const { dispute } = aDispute();
    const label = dispute.candidates.map((candidate) => candidate.label).join(" or ");
    const handle = await row("Disputes", label);
    await answering(host, [{ id: "settle", answer: "later" }], () => run("settleDispute", handle));
    const text = await eventually(async () => {
      const shown = vscode.window.activeTextEditor?.document.getText() ?? "";
      assert.match(shown, /marks what differs/);
      return shown;
    });
    const [header = ""] = text.split("\n");
    for (const { connection, id } of dispute.candidates)
      assert.ok(header.includes(`${connection} ${id}`), header);
    assert.match(text, /^. e-mail /m);
    assert.ok(disputeIds().includes(dispute.id));
  });

  it("keeps an account apart from every candidate where it belongs to none of them", async () => {
    const { dispute, users } = aDispute();
    const script = [
      { id: "dispute", answer: dispute.id },
      { id: "settle", answer: "none" },
    ];
    await answering(host, script, () => run("settleDispute"));
    assert.ok(!disputeIds().includes(dispute.id));
    const { configuration } = await host.sessions.get();
    assert.deepEqual(
      configuration.policy?.apart?.map(({ targetId }) => targetId).toSorted(),
      users.map(({ id }) => id).toSorted(),
    );
  });

  it("says so where the file says the contrary, and writes nothing", async () => {
    const { dispute, users, source } = aDispute();
    const { connection, id } = source;
    const entry = JSON.stringify({ target: users[0]?.id, source: connection, id });
    const handle = await row("Disputes", dispute.candidates.map((candidate) => candidate.label).join(" or "));
    await writeFile(file(), `{ "apart": [${entry}] }`);
    await host.configuration.reload();
    const ask = await answering(
      host,
      [
        { id: "settle", answer: `belongs ${users[0]?.id}` },
        { id: "refusedLink", answer: undefined },
      ],
      () => run("settleDispute", handle),
    );
    assert.match(told(ask).at(-1) ?? "", /are kept apart on line 1\. Take that back first/);
    assert.equal(await readFile(file(), "utf8"), `{ "apart": [${entry}] }`);
  });

  it("follows the file where it is edited by hand", async () => {
    const { dispute, users, source } = aDispute();
    const { connection, id } = source;
    await writeFile(
      file(),
      `{ "links": [${JSON.stringify({ target: users[1]?.id, source: connection, id })}] }`,
    );
    await eventually(async () => assert.ok(!disputeIds().includes(dispute.id)));
  });

  it("marks the problems of the links file at their places", async () => {
    const text = '{ "links": [{ "target": "1", "source": "nowhere", "id": "x" }] }';
    await writeFile(file(), text);
    const uri = vscode.Uri.file(file());
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await eventually(async () => {
      const [ours] = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "Rollcall");
      assert.match(ours?.message ?? "", /"nowhere" is not one of the sources/);
      assert.equal(ours?.range.start.character, text.indexOf('"nowhere"'));
    });
    await eventually(async () => assert.equal((await host.configuration.state()).kind, "broken"));
  });

  it("links what was suggested", async () => {
    await answering(host, [{ id: "planned", answer: undefined }], () => run("reconcile"));
    const [suggestion] = plan().suggestions;
    assert.ok(suggestion, "the sandbox has people who look alike");
    const handle = await row("Suggestions", `${suggestion.source.label} and ${suggestion.target.label}`);
    const before = await settledRequests();
    await answering(host, [{ id: "link", answer: "links" }], () => run("linkAccounts", handle));
    assert.equal(requests(), before);
    assert.ok(!plan().suggestions.some(({ source }) => source.id === suggestion.source.id));
    const judged = host.reconciliation.judgementOf(suggestion.target.connection, suggestion.target.id);
    assert.ok(judged?.sources.some(({ id }) => id === suggestion.source.id));
  });
});

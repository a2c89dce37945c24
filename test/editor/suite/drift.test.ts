import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { Host } from "../../../src/editor/host.ts";
import type { PickQuestion, PickSomeQuestion } from "../../../src/editor/ui/ask.ts";
import { isWritable } from "../../../src/identity/directory.ts";
import { after, afterEach, before, describe, it } from "../harness/cases.ts";
import { runningSandbox } from "./support/agave.ts";
import {
  answering,
  eventually,
  items,
  labelled,
  read,
  rollcall,
  run,
  told,
  withoutConfiguration,
} from "./support/rollcall.ts";

const reconciliation = "rollcall.reconciliation";
const group = "Left as in the Target";

describe("drift between source and target", () => {
  let host: Host;
  /** Somebody whose name was changed in the target by hand. */
  let id: string;
  let name: string;
  let person: string;

  const plan = () => host.reconciliation.inHand?.planning.plan ?? assert.fail("no plan is in hand");
  const requests = () =>
    runningSandbox(host)
      .log()
      .filter(({ platform, path }) => platform === "odm" || path.includes("/profiles")).length;
  const row = (below: string, label: string) =>
    eventually(async () =>
      labelled(await items(host, reconciliation, labelled(await items(host, reconciliation), below)), label),
    );
  const roots = async () => (await items(host, reconciliation)).map(({ node }) => node.label);
  const all = ({ choices }: PickSomeQuestion) => choices.map((choice) => choice.id);
  const keep = (...given: unknown[]) =>
    answering(
      host,
      [
        { id: "keepValues", answer: all },
        { id: "kept", answer: undefined },
      ],
      () => run("keepValues", ...given),
    );
  const planAnew = () => answering(host, [{ id: "planned", answer: undefined }], () => run("reconcile"));

  before(async () => {
    host = await rollcall();
    await withoutConfiguration(host);
    await run("startSandbox");
    await answering(
      host,
      [
        { id: "planned", answer: "Apply…" },
        { id: "apply", answer: true },
        { id: "report", answer: undefined },
      ],
      () => run("reconcile"),
    );
    assert.equal(plan().changes.length, 0);
    const session = await host.sessions.get();
    const linked = host.reconciliation.inHand?.planning.judgements.find(
      ({ situation, sources }) =>
        situation === "confirmed" &&
        sources.some(({ connection, attributes }) => connection === "tacc" && attributes.fullName),
    );
    const account = linked?.targets[0] ?? assert.fail("nobody is linked to a profile");
    id = account.id;
    name = account.displayName ?? assert.fail();
    person = linked?.person ?? assert.fail();
    const odm = session.directory("odm");
    assert.ok(isWritable(odm));
    await odm.update(id, { displayName: "Named by Hand" });
    await planAnew();
  });

  afterEach(async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });

  after(async () => {
    await run("stopSandbox");
    await withoutConfiguration(host);
  });

  it("is told by the change, its values and its diff", async () => {
    const change = await row("Update", person);
    assert.match(read(change), /\| displayName · target drifted$/);
    const values = await items(host, reconciliation, change);
    assert.equal(
      read(labelled(values, "displayName")),
      `displayName | “Named by Hand” → “${name}” (target drifted)`,
    );
    await run("showChange", change);
    await eventually(async () => {
      const { activeTab } = vscode.window.tabGroups.activeTabGroup;
      assert.equal(activeTab?.label, `${person}: update (target drifted)`);
    });
  });

  it("is kept by a person, without a request, and stands in a group of its own until that is taken back", async () => {
    const before = requests();
    const ask = await answering(
      host,
      [
        {
          id: "keepValues",
          answer: (question: PickSomeQuestion) => {
            assert.deepEqual(
              question.choices.map(({ label, description }) => [label, description]),
              [["displayName: “Named by Hand”", `the source says “${name}”`]],
            );
            return all(question);
          },
        },
        { id: "kept", answer: undefined },
      ],
      () => row("Update", person).then((change) => run("keepValues", change)),
    );
    assert.match(
      told(ask).at(-1) ?? "",
      /^Kept 1 value of odm, until either side moves\. Nothing was sent\.$/,
    );
    assert.equal(requests(), before);
    assert.deepEqual(plan().changes, []);
    const kept = await row(group, person);
    assert.equal(read(kept), `${person} | displayName: “Named by Hand”, not “${name}” · kept`);
    assert.equal(
      read(labelled(await items(host, reconciliation), "In step")).split(" | ")[0],
      "In step, 1 value left as in the target",
    );
    assert.ok(!kept.node.flags?.includes("keepable"));

    await answering(host, [{ id: "inStep", answer: undefined }], () => run("reconcile"));
    assert.ok((await roots()).includes(group), "a plan that is made anew leaves it, too");

    const session = await host.sessions.get();
    const planning = host.reconciliation.inHand?.planning;
    assert.ok(planning?.world);
    host.reconciliation.retake(
      session.release({ ...planning, world: planning.world }, [{ targetId: id, attribute: "displayName" }]),
    );
    assert.equal(plan().changes.length, 1);
  });

  it("is kept from the palette as well, and at once taken back", async () => {
    const script = [
      {
        id: "keepOf",
        answer: ({ choices }: PickQuestion) =>
          choices.find(({ label }) => label === person)?.id ?? assert.fail("they are not offered"),
      },
      { id: "keepValues", answer: all },
      { id: "kept", answer: "Take Back" },
    ];
    await answering(host, script, () => run("keepValues"));
    assert.equal(plan().changes.length, 1);
    await eventually(async () => assert.ok(!(await roots()).includes(group)));
  });

  it("keeps nothing where nothing is picked", async () => {
    const change = await row("Update", person);
    await answering(host, [{ id: "keepValues", answer: [] }], () => run("keepValues", change));
    assert.equal(plan().changes.length, 1);
  });

  it("leaves what the policy leaves, from where a person may keep it for good", async () => {
    const { planning } = host.reconciliation.inHand ?? assert.fail();
    const [change] = planning.plan.changes;
    assert.ok(change);
    const drift = {
      person,
      target: { connection: "odm", id },
      attribute: "displayName",
      agreed: name,
      source: name,
      value: "Named by Hand",
      origin: "targetDrifted",
      policy: "keep",
      why: "The policy keeps what the target has.",
    } as const;
    host.reconciliation.take({ ...planning, plan: { ...planning.plan, changes: [], drifts: [drift] } });
    const left = await row(group, person);
    assert.match(read(left), /· target drifted$/);
    assert.ok(left.node.flags?.includes("keepable"));
    await keep(left);
    await eventually(async () => assert.match(read(await row(group, person)), /· kept$/));
  });
});

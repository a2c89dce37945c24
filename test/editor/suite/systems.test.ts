import assert from "node:assert/strict";
import type { Host } from "../../../src/editor/host.ts";
import type { Handle } from "../../../src/editor/tree/handle.ts";
import { describe, it } from "../harness/cases.ts";
import { besideRollcall, runningSandbox } from "./support/agave.ts";
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

const view = "rollcall.systems";

interface Validated {
  validate(text: string): { readonly message: string } | undefined;
}

describe("the systems", () => {
  let host: Host;

  const sandbox = () => runningSandbox(host);
  const tacc = async () => labelled(await items(host, view), "tacc");
  const systems = async () => items(host, view, await tacc());
  const system = async (name: string) => labelled(await systems(), name);
  const section = async (name: string, label: string): Promise<Handle> =>
    labelled(await items(host, view, await system(name)), label);
  const below = async (name: string, label: string) => items(host, view, await section(name, label));
  const labels = (handles: readonly Handle[]) => handles.map(({ node }) => node.label);
  const requests = async (work: () => Thenable<unknown>) => {
    const before = sandbox().log().length;
    await work();
    return sandbox()
      .log()
      .slice(before)
      .map(({ method, path }) => `${method} ${path}`);
  };
  /** What the log of the editor's own and every item say. */
  const shown = () => [...(host.views.get(view)?.tree.known() ?? [])].map(heard).join("\n");

  onSandbox(async (started) => {
    host = started;
    await systems();
  });

  it("are told apart by icon and in words, with what hangs below them", async () => {
    const data = await system("Imaging data");
    const cluster = await system("Lonestar");
    assert.equal(read(data), "Imaging data | imaging.storage · storage · private");
    assert.equal(read(cluster), "Lonestar | lonestar.sandbox.hpc · execution · public · default");
    assert.equal(data.node.icon?.id, "database");
    assert.equal(cluster.node.icon?.id, "server");
    assert.match(read(await system("Ranch")), /· down$/);
    assert.match(heard(data), /^Imaging data, .*, system$/);
    assert.deepEqual(labels(await items(host, view, data)), [
      "Files",
      "Details",
      "Roles",
      "Credentials",
      "Metadata",
      "Notifications",
    ]);
  });

  it("are filtered by the server, and a field that it does not know is refused while it is typed", async () => {
    await answering(
      host,
      [
        {
          id: "filter",
          answer: ({ validate }: Validated) => {
            assert.match(validate("colour=red")?.message ?? "", /no field colour/);
            assert.match(validate("public=perhaps")?.message ?? "", /true or false/);
            assert.equal(validate("storage.host.like=*imaging*"), undefined);
            return "type=EXECUTION public=false";
          },
        },
      ],
      () => run("filterSystems"),
    );
    const found = await systems();
    assert.ok(found.length > 0);
    for (const { node } of found) assert.equal(node.icon?.id, "server", node.label);
    assert.ok(!labels(found).includes("Lonestar"));
    const asked = sandbox().log().at(-1)?.path ?? "";
    assert.match(asked, /type=EXECUTION/);
    await run("clearSystemsFilter");
    assert.ok(labels(await systems()).includes("Lonestar"));
  });

  it("are put in groups by type and by who may use them", async () => {
    await answering(host, [{ id: "arrangement", answer: "grouping/type" }], () => run("arrangeSystems"));
    assert.deepEqual(labels(await systems()), ["Execution", "Storage"]);
    await answering(host, [{ id: "arrangement", answer: "grouping/public" }], () => run("arrangeSystems"));
    assert.deepEqual(labels(await systems()), ["Private", "Public"]);
    await answering(host, [{ id: "arrangement", answer: "grouping/" }], () => run("arrangeSystems"));
    assert.ok(labels(await systems()).includes("Lonestar"));
  });

  it("tell how they are reached and what their queues take", async () => {
    const facts = (await below("Lonestar", "Details")).map(read);
    assert.ok(facts.includes("login | SSH lonestar.sandbox.hpc.example.org:22"), facts.join("\n"));
    assert.ok(facts.some((fact) => fact.startsWith("queue normal | default")));
    assert.ok(facts.includes("home folder | /home"));
  });

  it("load each section with one request, when it is opened", async () => {
    const sections = await section("Imaging workstation", "Details");
    const asked = await requests(() => items(host, view, sections));
    assert.deepEqual(asked, ["GET /systems/v2/imaging.vm"]);
    const again = await requests(() => run("refresh", sections));
    assert.ok(again.length <= 1, again.join(", "));
  });

  it("take credentials whose secrets are typed unseen and shown nowhere", async () => {
    const secret = "correct-horse-battery";
    const credentials = await section("Imaging data", "Credentials");
    const ask = await answering(
      host,
      [
        { id: "type", answer: "PASSWORD" },
        { id: "username", answer: "svc-imaging" },
        {
          id: "password",
          answer: ((question: { readonly secret?: boolean }) => {
            assert.equal(question.secret, true);
            return secret;
          }) as (question: never) => string,
        },
        { id: "credential", answer: true },
      ],
      () => run("addCredential", credentials),
    );
    assert.ok(!told(ask).join("\n").includes(secret));
    await eventually(async () => {
      const stored = (await below("Imaging data", "Credentials")).map(read).join("\n");
      assert.match(stored, /svc-imaging \| PASSWORD/);
    });
    assert.ok(!shown().includes(secret));
    const [stored] = await below("Imaging data", "Credentials");
    assert.ok(!JSON.stringify(stored?.node.subject).includes(secret));
  });

  it("lose credentials after one question, and say so where none are left", async () => {
    const [stored] = await below("Imaging data", "Credentials");
    assert.ok(stored);
    await answering(host, [{ id: "delete", answer: true }], () => run("deleteCredential", stored));
    await eventually(async () =>
      assert.deepEqual(labels(await below("Imaging data", "Credentials")), ["No credentials"]),
    );
  });

  it("are registered from a description that is checked while it is written, and shown before", async () => {
    const description = {
      id: "made.storage",
      name: "Made here",
      type: "STORAGE",
      storage: {
        host: "made.example.org",
        protocol: "SFTP",
        rootDir: "/",
        homeDir: "/home",
        auth: { type: "PASSWORD", username: "made", password: "unseen-secret" },
      },
    };
    const ask = await answering(
      host,
      [
        { id: "way", answer: "json" },
        {
          id: "description",
          answer: (({ validate }: Validated) => {
            assert.match(validate("{ nonsense")?.message ?? "", /not JSON/);
            assert.match(validate('{ "id": "x" }')?.message ?? "", /Still needed: name, type, storage/);
            return JSON.stringify(description);
          }) as (question: never) => string,
        },
        { id: "register", answer: true },
      ],
      () => run("registerSystem"),
    );
    const question = ask.asked.at(-1) as { readonly message: string; readonly detail: string };
    assert.match(question.message, /^Register the system made\.storage of tacc at http/);
    assert.ok(!question.detail.includes("unseen-secret"));
    await eventually(async () => assert.ok(labels(await systems()).includes("Made here")));
  });

  it("are cloned, made the default, disabled, and deleted several at once with one question", async () => {
    await answering(
      host,
      [
        {
          id: "id",
          answer: (({ validate }: Validated) => {
            assert.ok(validate("no spaces here"));
            return "made.copy";
          }) as (question: never) => string,
        },
        { id: "clone", answer: true },
      ],
      async () => run("cloneSystem", await system("Made here")),
    );
    const made = async () => (await systems()).filter(({ node }) => node.label === "Made here");
    await eventually(async () => assert.equal((await made()).length, 2));
    const [first, second] = await made();
    assert.ok(first && second);
    await answering(host, [{ id: "setDefault", answer: true }], () => run("setDefaultSystem", first));
    await eventually(async () => assert.ok((await made()).some((each) => read(each).includes("default"))));
    const ask = await answering(
      host,
      [
        { id: "delete", answer: true },
        { id: "worked", answer: undefined },
      ],
      async () => run("deleteSystem", first, [first, second]),
    );
    assert.match(told(ask)[0] ?? "", /^Delete 2 systems of tacc\?$/);
    await eventually(async () => assert.equal((await made()).length, 0));
  });

  it("tell each thing that could not be done, such as what only administrators do", async () => {
    const data = await system("Imaging data");
    const ask = await answering(
      host,
      [
        { id: "publish", answer: true },
        { id: "partly", answer: undefined },
      ],
      () => run("publishSystem", data),
    );
    assert.match(told(ask)[1] ?? "", /0 systems published\. 1 failed: Imaging data: .*sufficient privileges/);
  });

  it("show a change behind our back when they are read again one at a time, with one request", async () => {
    const workstation = await system("Imaging workstation");
    const admin = besideRollcall(host, sandbox().state().agave.tokens.admin);
    await admin.send("PUT", "/systems/v2/imaging.vm", { action: "publish" });
    const asked = await requests(() => run("refresh", workstation));
    assert.deepEqual(asked, ["GET /systems/v2/imaging.vm"]);
    assert.match(read(await system("Imaging workstation")), /public/);
    await admin.send("PUT", "/systems/v2/imaging.vm", { action: "unpublish" });
    await run("refresh", await system("Imaging workstation"));
  });

  it("open as JSON, without what is secret", async () => {
    await run("openJson", await system("Imaging data"));
    await opened(/"imaging\.storage"/);
  });

  it("show an error in place, in words, and what to do", async () => {
    sandbox().setFaults([{ kind: "forbidden", platform: "agave", path: "/systems/v2" }]);
    const roles = await section("Imaging workstation", "Roles");
    const [failure] = await items(host, view, roles);
    assert.match(failure ? read(failure) : "", /tacc does not allow this/);
    sandbox().setFaults([]);
    if (failure) await run("retry", failure);
    await eventually(async () =>
      assert.ok(!labels(await items(host, view, roles)).includes("tacc does not allow this")),
    );
  });
});

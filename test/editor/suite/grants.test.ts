import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { giveAccess } from "../../../src/editor/grants/change.ts";
import type { GrantOwner } from "../../../src/editor/grants/owner.ts";
import { grantsNode } from "../../../src/editor/grants/section.ts";
import type { Host } from "../../../src/editor/host.ts";
import type { FailureSubject } from "../../../src/editor/tree/failure.ts";
import type { Handle } from "../../../src/editor/tree/handle.ts";
import { contextValue } from "../../../src/editor/tree/node.ts";
import type { ConfirmQuestion, InputQuestion, PickQuestion } from "../../../src/editor/ui/ask.ts";
import { describe, it } from "../harness/cases.ts";
import { type Beside, besideRollcall, runningSandbox } from "./support/agave.ts";
import { answering, configurationFile, heard, labelled, read, run, told } from "./support/rollcall.ts";
import { onSandbox } from "./support/sandbox.ts";
import { type ShownSections, showing } from "./support/sections.ts";

const app = "wordcount-1.0";

describe("the grants of what Agave holds", () => {
  let host: Host;
  let beside: Beside;
  let shown: ShownSections;
  let owners: Readonly<Record<string, GrantOwner>>;
  let me: string;
  let people: readonly string[];

  const sandbox = () => runningSandbox(host);
  const owner = (name: string) => owners[name] ?? assert.fail(name);
  const section = async (name: string): Promise<Handle> =>
    (await shown.items()).find(({ node }) => node.id === `${name}/grants`) ?? assert.fail(name);
  const grants = async (name: string) => shown.items(await section(name));
  const refreshed = async (name: string) => {
    await run("refresh", await section(name));
    return grants(name);
  };
  const person = (index: number) => people[index] ?? assert.fail("too few people");
  const pems = (name: string) => `/apps/v2/${name}/pems`;
  const setBeside = (username: string, permission: string) =>
    beside.send("POST", pems(app), { username, permission });
  const levelBeside = async (username: string) => {
    const { result, status } = await beside.send("GET", `${pems(app)}/${encodeURIComponent(username)}`);
    return status === 404 ? undefined : (result as { readonly permission: unknown }).permission;
  };
  const writes = () =>
    sandbox()
      .log()
      .filter(({ platform, method }) => platform === "agave" && method !== "GET").length;

  /** Gives access as a person does. */
  const give = async (name: string, user: string, level: string) => {
    const handle = await section(name);
    return answering(
      host,
      [
        { id: "user", answer: user },
        { id: "level", answer: level },
        { id: "grant", answer: true },
      ],
      () => run("grantAccess", handle),
    );
  };

  onSandbox(async (started) => {
    host = started;
    beside = besideRollcall(host);
    me = sandbox().endpoints.agave.username;
    people = sandbox()
      .state()
      .agave.profiles.map(({ username }) => username)
      .filter((username) => username !== me);
    const listed = async (path: string) =>
      ((await beside.send("GET", path)).result as readonly { readonly id: string }[])[0]?.id ?? "";
    const added = async (path: string, body: object) =>
      ((await beside.send("POST", path, body)).result as { readonly uuid: string }).uuid;
    const on = { connection: "tacc" };
    owners = {
      app: { ...on, kind: "app", id: app, name: app },
      job: { ...on, kind: "job", id: await listed("/jobs/v2/"), name: "first light" },
      metadata: {
        ...on,
        kind: "metadata",
        id: await added("/meta/v2/data", { name: "note", value: 1 }),
        name: "note",
      },
      schema: {
        ...on,
        kind: "schema",
        id: await added("/meta/v2/schemas", { title: "Plate", type: "object" }),
        name: "Plate",
      },
      actor: { ...on, kind: "actor", id: await listed("/actors/v2"), name: "thumbnails", owner: me },
      system: { ...on, kind: "system", id: "imaging.vm", name: "Imaging workstation" },
      shared: { ...on, kind: "system", id: "genomics.shared", name: "Genomics share" },
      publicSystem: { ...on, kind: "system", id: "corral.sandbox.storage", name: "Corral" },
      publicApp: { ...on, kind: "app", id: "segment-2.1.0u2", name: "segment-2.1.0u2" },
      foreign: { ...on, kind: "app", id: "assemble-3.0", name: "assemble-3.0" },
    };
    shown = showing(
      host,
      Object.entries(owners).map(([name, each]) => grantsNode(host, name, each)),
    );
    return () => {
      shown.dispose();
    };
  });

  it("are listed with the owner's first, with levels in words, and counted once they are read", async () => {
    assert.equal(read(await section("system")), "Roles");
    const [own, other] = await grants("system");
    assert.ok(own && other);
    assert.equal(read(own), `${me} | OWNER · owner`);
    assert.equal(heard(own), `${me}, OWNER · owner, role, cannot be changed`);
    assert.match(read(other), /\| USER · run jobs on it and use its files$/);
    assert.equal(contextValue(own.node), "grant");
    assert.equal(contextValue(other.node), "grant+changeable");
    assert.equal(read(await section("system")), "Roles | 2");
    assert.deepEqual((await grants("app")).map(read), [`${me} | ALL · owner`]);
    assert.deepEqual((await grants("job")).map(read), [`${me} | READ_WRITE · owner`]);
    assert.equal(contextValue((await section("app")).node), "grants+removable+loads");
    assert.equal(contextValue((await section("actor")).node), "grants+loads");
  });

  it("are read again with one request, and keep their items", async () => {
    const known = await grants("system");
    const asked = sandbox().log().length;
    assert.deepEqual(await refreshed("system"), known);
    assert.equal(sandbox().log().length - asked, 1);
  });

  it("are given on every kind of thing after one question that shows before and after and the URL", async () => {
    const levels = {
      app: "READ_EXECUTE",
      job: "READ",
      metadata: "READ_WRITE",
      schema: "WRITE",
      actor: "EXECUTE",
      system: "PUBLISHER",
    };
    for (const [name, level] of Object.entries(levels)) {
      const question = (await give(name, person(3), level)).asked.at(-1) as ConfirmQuestion;
      assert.ok(question.message.startsWith(`Give ${person(3)} ${level} on the `), question.message);
      assert.ok(question.message.includes(sandbox().endpoints.agave.url));
      assert.match(question.detail, new RegExp(`^no access → ${level}\\n.* may then `));
      const given = labelled(await grants(name), person(3));
      assert.ok(read(given).startsWith(`${person(3)} | ${level} · `), read(given));
    }
    assert.deepEqual(await levelBeside(person(3)), { read: true, write: false, execute: true });
  });

  it("are given to a person under the name as the platform spells it", async () => {
    await give("app", ` ${person(4).toUpperCase()} `, "READ");
    labelled(await grants("app"), person(4));
    assert.deepEqual(await levelBeside(person(4)), { read: true, write: false, execute: false });
  });

  it("are given to people alone whom the platform knows, where it needs to; the name can be put right", async () => {
    for (const name of ["job", "schema", "system"]) {
      const handle = await section(name);
      const ask = await answering(
        host,
        [
          { id: "user", answer: "nobody-at-all" },
          { id: "nobody", answer: "Another Name…" },
          {
            id: "user",
            answer({ value, validate }: InputQuestion) {
              assert.equal(value, "nobody-at-all");
              assert.match(validate?.("  ")?.message ?? "", /user name is needed/);
              return undefined;
            },
          },
        ],
        () => run("grantAccess", handle),
      );
      assert.equal(told(ask)[1], "tacc has no user nobody-at-all, and takes only people whom it knows.");
    }
  });

  it("are given to a name that nobody has where the platform takes it, in any script, and taken again", async () => {
    const name = "Ελένη Ñ/1";
    const handle = await section("app");
    await answering(
      host,
      [
        { id: "user", answer: name },
        { id: "nobody", answer: "Give Access Anyway" },
        { id: "level", answer: "READ" },
        { id: "grant", answer: true },
      ],
      () => run("grantAccess", handle),
    );
    const given = labelled(await grants("app"), name);
    assert.deepEqual(await levelBeside(name), { read: true, write: false, execute: false });
    await answering(host, [{ id: "revoke", answer: true }], () => run("revokeAccess", given));
    assert.equal(await levelBeside(name), undefined);
    assert.ok((await grants("app")).every(({ node }) => node.label !== name));
  });

  it("are given to everybody in Abaco, and taken without a trace", async () => {
    const handle = await section("actor");
    const ask = await answering(
      host,
      [
        { id: "user", answer: "ABACO_WORLD" },
        { id: "level", answer: "READ" },
        { id: "grant", answer: true },
      ],
      () => run("grantAccess", handle),
    );
    assert.match((ask.asked[0] as InputQuestion).prompt, /ABACO_WORLD is everybody/);
    const everybody = labelled(await grants("actor"), "Everybody");
    assert.equal(read(everybody), "Everybody | READ · see it, its executions and logs");
    assert.equal(everybody.node.icon?.id, "globe");
    await answering(host, [{ id: "revoke", answer: true }], () => run("revokeAccess", everybody));
    assert.ok((await grants("actor")).every(({ node }) => node.label !== "Everybody"));
  });

  it("are not given where that changes nothing, or where they are the owner's", async () => {
    const before = writes();
    const handle = await section("app");
    const same = await answering(
      host,
      [
        { id: "user", answer: person(4) },
        {
          id: "level",
          answer({ choices }: PickQuestion) {
            assert.match(choices.find(({ id }) => id === "READ")?.description ?? "", /as it is now$/);
            return "READ";
          },
        },
        { id: "told", answer: undefined },
      ],
      () => run("grantAccess", handle),
    );
    assert.equal(told(same).at(-1), `${person(4)} has READ on ${app} already.`);
    const own = await answering(
      host,
      [
        { id: "user", answer: me },
        { id: "told", answer: undefined },
      ],
      () => run("grantAccess", handle),
    );
    assert.match(told(own).at(-1) ?? "", /belongs to .*: their permission cannot be changed/);
    const [fixed] = await grants("app");
    await answering(host, [{ id: "none", answer: undefined }], () => run("changeAccess", fixed));
    await answering(host, [{ id: "none", answer: undefined }], () => run("revokeAccess", fixed));
    assert.equal(writes(), before);
  });

  it("are changed, with what was had and what will be in the question", async () => {
    const given = labelled(await grants("system"), person(3));
    const ask = await answering(
      host,
      [
        { id: "level", answer: "ADMIN" },
        { id: "grant", answer: true },
      ],
      () => run("changeAccess", given),
    );
    assert.match((ask.asked[1] as ConfirmQuestion).detail, /^PUBLISHER → ADMIN\n/);
    assert.match(read(labelled(await grants("system"), person(3))), /\| ADMIN · /);
    assert.equal(labelled(await grants("system"), person(3)), given);
  });

  it("are asked for anew where they change while the question stands", async () => {
    const given = labelled(await grants("app"), person(4));
    const ask = await answering(
      host,
      [
        { id: "level", answer: "ALL" },
        {
          id: "grant",
          async answer() {
            await setBeside(person(4), "WRITE");
            return true;
          },
        },
        { id: "grant", answer: false },
      ],
      () => run("changeAccess", given),
    );
    assert.match((ask.asked[1] as ConfirmQuestion).detail, /^READ → ALL\n/);
    assert.match((ask.asked[2] as ConfirmQuestion).detail, /^WRITE → ALL\n/);
    assert.deepEqual(await levelBeside(person(4)), { read: false, write: true, execute: false });
  });

  it("are given to two people at once, and both are shown", async () => {
    const always = { id: "grant", answer: true };
    await answering(host, [always, always], () =>
      Promise.all(
        [5, 6].map((index) => giveAccess(host, owner("app"), { user: person(index), level: "READ" }, [])),
      ),
    );
    for (const index of [5, 6]) labelled(await grants("app"), person(index));
  });

  it("are given once where an answer is lost, as giving them twice is the same", async () => {
    sandbox().setFaults([{ kind: "dropAfter", platform: "agave", method: "POST", times: 1 }]);
    await give("app", person(7), "READ");
    labelled(await grants("app"), person(7));
  });

  it("are told of as lost where nobody knows what came of taking them, and shown as they are", async () => {
    const given = labelled(await grants("app"), person(7));
    sandbox().setFaults([{ kind: "dropAfter", platform: "agave", method: "DELETE", times: 1 }]);
    const ask = await answering(
      host,
      [
        { id: "revoke", answer: true },
        { id: "partly", answer: undefined },
      ],
      () => run("revokeAccess", given),
    );
    assert.match(told(ask)[1] ?? "", /1 failed: .*may|unknown|look/);
    assert.ok((await grants("app")).every(({ node }) => node.label !== person(7)));
  });

  it("of several people are changed and taken together after one question; what fails is told", async () => {
    const chosen = [5, 6].map((index) => person(index));
    const selected = async () => {
      const all = await grants("app");
      return chosen.map((name) => labelled(all, name));
    };
    const [one, ...others] = await selected();
    sandbox().setFaults([{ kind: "forbidden", platform: "agave", method: "POST", after: 1, times: 1 }]);
    const ask = await answering(
      host,
      [
        { id: "level", answer: "ALL" },
        { id: "grant", answer: true },
        { id: "partly", answer: undefined },
      ],
      () => run("changeAccess", one, [one, ...others]),
    );
    const question = ask.asked[1] as ConfirmQuestion;
    assert.equal(question.message, "Change 2 grants of tacc?");
    assert.ok(
      question.detail.startsWith(`${chosen[0]} on ${app}: READ → ALL\n${chosen[1]} on ${app}: READ → ALL`),
    );
    assert.match(told(ask)[2] ?? "", new RegExp(`^1 grant changed\\. 1 failed: ${chosen[1]}: tacc: 403 `));
    assert.match(read(labelled(await grants("app"), chosen[0] ?? "")), /\| ALL · /);
    sandbox().setFaults([]);
    await setBeside(chosen[1] ?? "", "NONE");
    const [first, ...rest] = await selected();
    const revoked = await answering(
      host,
      [
        { id: "revoke", answer: true },
        { id: "worked", answer: undefined },
      ],
      () => run("revokeAccess", first, [first, ...rest]),
    );
    assert.match((revoked.asked[0] as ConfirmQuestion).detail, /: ALL → no access\n.*: READ → no access/);
    assert.equal(told(revoked)[1], "2 grants revoked.");
    assert.ok((await grants("app")).every(({ node }) => !chosen.includes(node.label)));
  });

  it("of all but the owner are taken with one request, and those given meanwhile are asked for, too", async () => {
    const handle = await section("app");
    const before = writes();
    const ask = await answering(
      host,
      [
        {
          id: "revokeAll",
          async answer() {
            await setBeside(person(8), "READ");
            return true;
          },
        },
        { id: "revokeAll", answer: true },
      ],
      () => run("revokeAllAccess", handle),
    );
    const [first, second] = ask.asked as ConfirmQuestion[];
    assert.ok(first && second);
    assert.ok(!first.detail.includes(me) && !first.detail.includes(person(8)));
    assert.ok(second.detail.includes(`${person(8)}: READ → no access`));
    assert.deepEqual((await grants("app")).map(read), [`${me} | ALL · owner`]);
    assert.equal(writes() - before, 2);
    const none = await answering(host, [{ id: "told", answer: undefined }], () =>
      run("revokeAllAccess", handle),
    );
    assert.equal(told(none)[0], `Nobody but its owner has access to ${app}.`);
  });

  it("are said not to be there where something is public, in words", async () => {
    for (const [name, one] of [
      ["publicSystem", "roles"],
      ["publicApp", "permissions"],
    ] as const) {
      assert.deepEqual((await grants(name)).map(read), [
        `Public | everybody may use it, and it has no ${one}`,
      ]);
      for (const command of ["grantAccess", "revokeAllAccess"]) {
        const handle = await section(name);
        const ask = await answering(host, [{ id: "told", answer: undefined }], () => run(command, handle));
        assert.match(told(ask)[0] ?? "", new RegExp(`is public: everybody may use it.*no ${one} for it`));
      }
    }
  });

  it("are said not to be allowed where they are others' matter, in place, and nothing is asked first", async () => {
    const [failure] = await grants("foreign");
    assert.ok(failure);
    assert.equal(read(failure), "tacc does not allow this | Select to retry");
    assert.match((failure.node.subject as FailureSubject).problem.message, /403 Permission denied/);
    const handle = await section("foreign");
    const ask = await answering(host, [{ id: "problem", answer: undefined }], () =>
      run("grantAccess", handle),
    );
    assert.match(told(ask)[0] ?? "", /403 Permission denied/);
  });

  it("are one's own alone where one does not manage a system, and a refused change leaves them as they are", async () => {
    const [own, ...others] = await grants("shared");
    assert.ok(own && others.length === 0);
    assert.match(read(own), /\| USER · /);
    const ask = await answering(
      host,
      [
        { id: "level", answer: "ADMIN" },
        { id: "grant", answer: true },
        { id: "problem", answer: undefined },
      ],
      () => run("changeAccess", own),
    );
    assert.match(told(ask)[2] ?? "", /403 .*privileges/);
    assert.match(read(labelled(await grants("shared"), me)), /\| USER · /);
  });

  it("are read to their end where the server gives them in pages", async () => {
    const many = people.slice(0, 130);
    const path = `/jobs/v2/${owner("job").id}/pems`;
    for (const username of many) await beside.send("POST", path, { username, permission: "READ" });
    const labels = new Set((await refreshed("job")).map(({ node }) => node.label));
    assert.deepEqual(labels, new Set([me, ...many]));
    assert.equal(read(await section("job")), "Permissions | 131");
    await beside.send("DELETE", path);
  });

  it("say that the thing is gone where it is, and keep what was known below", async () => {
    const known = await grants("metadata");
    await beside.send("DELETE", `/meta/v2/data/${owner("metadata").id}`);
    const [failure, ...kept] = await refreshed("metadata");
    assert.ok(failure);
    assert.match(read(failure), /^tacc has no such thing/);
    assert.deepEqual(kept, known);
  });

  it("are found from the palette, below views and by a search", async () => {
    await answering(
      host,
      [
        { id: "place", answer: "jobs" },
        { id: "item", answer: ({ choices }: PickQuestion) => choices[0]?.id },
        { id: "user", answer: person(9) },
        { id: "level", answer: "READ" },
        { id: "grant", answer: true },
      ],
      () => run("grantAccess"),
    );
    await answering(
      host,
      [
        { id: "place", answer: "schema" },
        { id: "schema", answer: owner("schema").id },
        { id: "user", answer: person(3) },
        { id: "revoke", answer: true },
      ],
      () => run("revokeAccess"),
    );
    assert.deepEqual((await grants("schema")).map(read), [`${me} | READ_WRITE · owner`]);
  });

  it("on a production connection are given and taken once its name is typed", async () => {
    const file = configurationFile();
    const before = readFileSync(file, "utf8");
    writeFileSync(file, before.replace('"platform": "agave"', '"platform": "agave", "production": true'));
    await host.configuration.reload();
    const handle = await section("app");
    const ask = await answering(
      host,
      [
        { id: "user", answer: person(3) },
        { id: "level", answer: "READ" },
        { id: "production", answer: "tacc" },
      ],
      () => run("grantAccess", handle),
    );
    assert.match((ask.asked[2] as InputQuestion).prompt, /^no access → READ tacc is marked as production/);
    const given = labelled(await grants("app"), person(3));
    const typed = (answer: string | undefined) => [
      { id: "revoke", answer: true },
      { id: "production", answer },
    ];
    await answering(host, typed(undefined), () => run("revokeAccess", given));
    labelled(await grants("app"), person(3));
    await answering(host, typed("tacc"), () => run("revokeAccess", given));
    assert.ok((await grants("app")).every(({ node }) => node.label !== person(3)));
    writeFileSync(file, before);
    await host.configuration.reload();
  });
});

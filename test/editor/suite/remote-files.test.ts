import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as vscode from "vscode";
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

const system = "imaging.storage";
const { fs } = vscode.workspace;
const { Directory, File } = vscode.FileType;

/** An address below the home folder. */
const at = (path = "", on = system) =>
  vscode.Uri.from({ scheme: "rollcall-files", path: `/tacc/${on}/~${path && `/${path}`}` });
const fromRoot = (path = "") =>
  vscode.Uri.from({ scheme: "rollcall-files", path: `/tacc/${system}/root${path && `/${path}`}` });
const bytes = (text: string) => Buffer.from(text);
const textAt = async (uri: vscode.Uri) => Buffer.from(await fs.readFile(uri)).toString();

/** Rejects with this kind of the editor's, and says what is to be read. */
async function refused(work: Thenable<unknown>, code: string, message: RegExp): Promise<void> {
  await assert.rejects(Promise.resolve(work), (error: vscode.FileSystemError) => {
    assert.equal(error.code, code, error.message);
    assert.match(error.message, message);
    return true;
  });
}

describe("remote files", () => {
  let host: Host;

  const sandbox = () => runningSandbox(host);
  const beside = () => besideRollcall(host);
  /** The requests that something takes. */
  const requests = async (work: () => Thenable<unknown>) => {
    const before = sandbox().log().length;
    await work();
    return sandbox()
      .log()
      .slice(before)
      .map(
        ({ method, path }) =>
          `${method} ${path.replace(/\?.*/, "").replace("/files/v2/", "").replace(`/system/${system}`, "")}`,
      );
  };

  onSandbox(async (started) => {
    host = started;
  });

  describe("are read", () => {
    it("from the home folder of a system and from its root", async () => {
      assert.deepEqual(await fs.readDirectory(at()), [
        ["README.txt", File],
        ["inputs", Directory],
        ["results", Directory],
      ]);
      assert.deepEqual(await fs.readDirectory(fromRoot()), [
        ["apps", Directory],
        ["home", Directory],
      ]);
      assert.equal(await textAt(at("inputs/reads.txt")), "GATTACA\nCATGATTAG\nTAGACAT\n");
      assert.equal(await textAt(fromRoot("home/inputs/reads.txt")), await textAt(at("inputs/reads.txt")));
    });

    it("with the systems and connections above them, as a dialog goes up to them", async () => {
      const above = (path: string) => vscode.Uri.from({ scheme: "rollcall-files", path });
      assert.deepEqual(await fs.readDirectory(above("/")), [["tacc", Directory]]);
      const systems = await fs.readDirectory(above("/tacc"));
      assert.ok(systems.some(([name]) => name === system));
      assert.deepEqual(await fs.readDirectory(above(`/tacc/${system}`)), [
        ["~", Directory],
        ["root", Directory],
      ]);
      assert.equal((await fs.stat(above("/tacc"))).type, Directory);
      await refused(fs.writeFile(above("/tacc/x"), bytes("x")), "NoPermissions", /above the files/);
    });

    it("with size and time, and as read-only where the server says so", async () => {
      const { type, size, mtime, permissions } = await fs.stat(at("inputs/reads.txt"));
      assert.deepEqual([type, size, permissions], [File, 26, undefined]);
      assert.ok(Math.abs(mtime - Date.now()) < 600_000);
      const tape = await fs.stat(at("README.txt", "ranch.sandbox.tape"));
      assert.equal(tape.permissions, vscode.FilePermission.Readonly);
    });

    it("with one listing for the folder and all that is in it, and for what is not", async () => {
      const asked = await requests(async () => {
        const entries = await fs.readDirectory(at("inputs"));
        await Promise.all(entries.map(([name]) => fs.stat(at(`inputs/${name}`))));
        await refused(
          fs.stat(at("inputs/.vscode")),
          "FileNotFound",
          /no imaging\.storage:~\/inputs\/\.vscode/,
        );
      });
      assert.ok(asked.length <= 2, asked.join(", "));
      assert.ok(
        asked.every((each) => each === "GET listings/inputs"),
        asked.join(", "),
      );
    });

    it("in folders of more than a page", async () => {
      const names = Array.from({ length: 1_203 }, (_, index) => `${String(index).padStart(4, "0")}.txt`);
      await fs.createDirectory(at("many"));
      for (const name of names) await beside().begin(system, `many/${name}`, name);
      await eventually(async () => {
        const listed = await fs.readDirectory(at("many"));
        assert.deepEqual(
          listed,
          names.map((name) => [name, File]),
        );
      });
      const asked = await requests(() => fs.readDirectory(at("many")));
      assert.equal(asked.filter((each) => each === "GET listings/many").length, 2);
      await fs.delete(at("many"), { recursive: true });
    });

    it("not where there is nothing, where it is no folder, or where it is one", async () => {
      await refused(fs.stat(at("nowhere/at-all")), "FileNotFound", /imaging\.storage:~\/nowhere\/at-all/);
      await refused(fs.readFile(at("inputs")), "FileIsADirectory", /is a (folder|directory)/);
      await refused(fs.stat(at("", "no.such.system")), "FileNotFound", /no\.such\.system/);
      const elsewhere = vscode.Uri.from({ scheme: "rollcall-files", path: `/tacc/${system}/elsewhere/a` });
      await refused(fs.stat(elsewhere), "FileNotFound", /nothing at/);
    });
  });

  describe("are written", () => {
    it("so that what is read after a save is what was saved", async () => {
      const uri = at("inputs/new.txt");
      await fs.writeFile(uri, bytes("one"));
      assert.equal(await textAt(uri), "one");
      assert.equal((await fs.stat(uri)).size, 3);
      await fs.writeFile(uri, bytes("two"));
      assert.equal(await textAt(uri), "two");
      assert.equal((await beside().read(system, "inputs/new.txt"))?.toString(), "two");
      assert.ok((await fs.readDirectory(at("inputs"))).some(([name]) => name === "new.txt"));
      await fs.delete(uri);
      await refused(fs.stat(uri), "FileNotFound", /new\.txt/);
    });

    it("byte for byte, empty or not, whatever they are called", async () => {
      const everything = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 31) % 256);
      const contents = [everything, new Uint8Array()];
      const names = [
        "a b",
        "50%25 off",
        "#1?",
        "a+b&c=d",
        "naïve ☕ \u{1f9ec}",
        "'q' \"q\"",
        "Ελλάδα.csv",
        "~",
        "root",
      ];
      for (const [index, name] of names.entries()) {
        const content = contents[index % 2] as Uint8Array;
        const uri = vscode.Uri.joinPath(at(), name);
        await fs.writeFile(uri, content);
        assert.deepEqual(Buffer.from(await fs.readFile(uri)), Buffer.from(content), name);
        assert.deepEqual(await beside().read(system, name), Buffer.from(content), name);
        assert.ok(
          (await fs.readDirectory(at())).some(([listed]) => listed === name),
          name,
        );
        const renamed = vscode.Uri.joinPath(at(), `${name}%`);
        await fs.rename(uri, renamed);
        assert.deepEqual(Buffer.from(await fs.readFile(renamed)), Buffer.from(content), name);
        await fs.delete(renamed);
      }
    });

    it("with the folders above them where these are missing", async () => {
      await fs.writeFile(at("x/y/z.txt"), bytes("z"));
      assert.equal(await textAt(at("x/y/z.txt")), "z");
      await assert.rejects(Promise.resolve(fs.delete(at("x"))), /not empty/);
      await fs.delete(at("x"), { recursive: true });
      await refused(fs.stat(at("x/y")), "FileNotFound", /x\/y/);
    });

    it("and made, renamed, moved and copied on the server, within a system and between two", async () => {
      await fs.createDirectory(at("work"));
      await fs.createDirectory(at("work/old"));
      await fs.copy(at("inputs"), at("work/inputs"));
      await fs.rename(at("work/old"), at("work/new"));
      await fs.rename(at("work/inputs/reads.txt"), at("work/new/reads copy.txt"));
      assert.deepEqual(await fs.readDirectory(at("work/inputs")), [["parameters.json", File]]);
      assert.equal(await textAt(at("work/new/reads copy.txt")), await textAt(at("inputs/reads.txt")));
      const there = at("carried.txt", "corral.sandbox.storage");
      await fs.rename(at("work/new/reads copy.txt"), there);
      assert.equal(await textAt(there), await textAt(at("inputs/reads.txt")));
      await refused(fs.stat(at("work/new/reads copy.txt")), "FileNotFound", /reads copy/);
      await refused(
        fs.copy(at("results"), at("carried", "corral.sandbox.storage")),
        "NoPermissions",
        /Folders are copied and moved within one system.*Download/,
      );
      await fs.delete(there);
      await fs.delete(at("work"), { recursive: true });
    });

    it("over others only where that is wanted", async () => {
      await fs.writeFile(at("one.txt"), bytes("one"));
      await fs.writeFile(at("two.txt"), bytes("two"));
      await assert.rejects(Promise.resolve(fs.rename(at("one.txt"), at("two.txt"))), /exists/i);
      await assert.rejects(Promise.resolve(fs.copy(at("one.txt"), at("two.txt"))), /exists/i);
      assert.equal(await textAt(at("two.txt")), "two");
      await fs.copy(at("one.txt"), at("two.txt"), { overwrite: true });
      assert.equal(await textAt(at("two.txt")), "one");
      await fs.writeFile(at("one.txt"), bytes("three"));
      await fs.rename(at("one.txt"), at("two.txt"), { overwrite: true });
      assert.equal(await textAt(at("two.txt")), "three");
      await fs.delete(at("two.txt"));
    });

    it("not where a system begins", async () => {
      await assert.rejects(Promise.resolve(fs.delete(at(), { recursive: true })), /where a system begins/);
      await refused(fs.writeFile(at("inputs"), bytes("x")), "FileIsADirectory", /inputs/);
    });
  });

  describe("in an editor", () => {
    const edit = async (uri: vscode.Uri, text: string) => {
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document);
      const change = new vscode.WorkspaceEdit();
      change.insert(uri, new vscode.Position(0, 0), text);
      assert.ok(await vscode.workspace.applyEdit(change));
      return document;
    };

    it("are opened, edited and saved", async () => {
      await beside().write(system, "notes.txt", "first\n");
      const document = await edit(at("notes.txt"), "# ");
      assert.ok(await document.save());
      assert.equal((await beside().read(system, "notes.txt"))?.toString(), "# first\n");
      assert.ok(!document.isDirty);
    });

    it("are not saved over what somebody else has written meanwhile, whatever its size", async () => {
      for (const [name, theirs] of [
        ["longer.txt", "somebody else's words\n"],
        ["equal.txt", "FIRST\n"],
      ] as const) {
        await beside().write(system, name, "first\n");
        const document = await edit(at(name), "# ");
        await beside().write(system, name, theirs);
        assert.equal(await document.save(), false, name);
        assert.ok(document.isDirty, name);
        assert.equal((await beside().read(system, name))?.toString(), theirs);
        await vscode.commands.executeCommand("workbench.action.files.revert");
        assert.equal(document.getText(), theirs);
      }
    });
  });

  describe("in the view of systems", () => {
    const view = "rollcall.systems";
    const below = async (parent: Handle, label: string) => labelled(await items(host, view, parent), label);
    /** The folder by the labels on the way to it, as a person opens them. */
    const folder = async (...labels: readonly string[]): Promise<Handle> => {
      const tacc = labelled(await items(host, view), "tacc");
      let at = await below(await below(tacc, "Imaging data"), "Files");
      for (const label of ["Home", ...labels]) at = await below(at, label);
      return at;
    };
    const names = async (handle: Handle) => (await items(host, view, handle)).map(({ node }) => node.label);
    const onDisk = async () => mkdtemp(join(tmpdir(), "rollcall-files-"));

    it("are below their system, folders first, and told with their sizes", async () => {
      const shown = (await items(host, view, await folder())).map(read);
      assert.deepEqual(shown.slice(0, 2), ["inputs", "results"]);
      assert.ok(shown.includes("README.txt | 74 B"), shown.join(", "));
      const file = await below(await folder("inputs"), "reads.txt");
      assert.match(heard(file), /^reads\.txt, 26 B, file$/);
      assert.equal(file.node.command?.id, "vscode.open");
    });

    it("show what a save has written, in the folder that is open and nowhere else", async () => {
      const inputs = await folder("inputs");
      await names(inputs);
      await fs.writeFile(at("inputs/saved.txt"), bytes("saved"));
      await eventually(async () => assert.ok((await names(inputs)).includes("saved.txt")));
      await fs.delete(at("inputs/saved.txt"));
      await eventually(async () => assert.ok(!(await names(inputs)).includes("saved.txt")));
    });

    it("are uploaded, with one question for those that are overwritten and a report for each that fails", async () => {
      const place = await onDisk();
      for (const [name, text] of [
        ["parameters.json", "{}"],
        ["fresh ü.txt", "fresh"],
      ] as const)
        await writeFile(join(place, name), text);
      const paths = ["parameters.json", "fresh ü.txt", "gone.txt"].map((name) => join(place, name));
      const inputs = await folder("inputs");
      const upload = (answer: boolean) =>
        answering(
          host,
          [
            { id: "files", answer: paths },
            { id: "overwrite", answer },
            ...(answer ? [{ id: "partly", answer: undefined }] : []),
          ],
          () => run("uploadFile", inputs),
        );
      const refusedAsk = await upload(false);
      assert.match(told(refusedAsk)[1] ?? "", /^Overwrite parameters\.json of tacc\?$/);
      assert.equal(await beside().read(system, "inputs/fresh ü.txt"), undefined);
      const ask = await upload(true);
      assert.match(told(ask)[2] ?? "", /^2 files uploaded\. 1 failed: gone\.txt: There is no file/);
      assert.equal((await beside().read(system, "inputs/parameters.json"))?.toString(), "{}");
      assert.equal((await beside().read(system, "inputs/fresh ü.txt"))?.toString(), "fresh");
      await eventually(async () => assert.ok((await names(inputs)).includes("fresh ü.txt")));
      await rm(place, { recursive: true });
    });

    it("are downloaded, folders with all in them, and overwritten here only after a question", async () => {
      const place = await onDisk();
      const home = await folder();
      const results = await below(home, "results");
      const readme = await below(home, "README.txt");
      const download = (more: readonly { id: string; answer: boolean | undefined }[]) =>
        answering(host, [{ id: "destination", answer: place }, ...more], () =>
          run("downloadFile", results, [results, readme]),
        );
      await download([{ id: "worked", answer: undefined }]);
      assert.match(await readFile(join(place, "results", "summary.csv"), "utf8"), /^sample,reads,mapped/);
      await writeFile(join(place, "README.txt"), "mine");
      const ask = await download([{ id: "overwrite", answer: false }]);
      assert.match(told(ask)[1] ?? "", /^Overwrite 2 files on this machine\?$/);
      assert.equal(await readFile(join(place, "README.txt"), "utf8"), "mine");
      await rm(place, { recursive: true });
    });

    it("are made, renamed, moved and copied, and never onto something that is there", async () => {
      const home = await folder();
      await answering(host, [{ id: "name", answer: "made" }], () => run("newRemoteFolder", home));
      await answering(
        host,
        [
          { id: "name", answer: "made" },
          { id: "problem", answer: undefined },
        ],
        () => run("newRemoteFolder", home),
      );
      await eventually(async () => assert.ok((await names(home)).includes("made")));
      const made = await below(home, "made");
      await answering(host, [{ id: "name", answer: "a.txt" }], () => run("newRemoteFile", made));
      await eventually(async () =>
        assert.equal(vscode.window.activeTextEditor?.document.uri.path, at("made/a.txt").path),
      );
      await eventually(async () => assert.deepEqual(await names(made), ["a.txt"]));
      const file = await below(made, "a.txt");
      await answering(
        host,
        [
          { id: "name", answer: "b.txt" },
          { id: "rename", answer: true },
        ],
        () => run("renameRemoteFile", file),
      );
      await eventually(async () => assert.deepEqual(await names(made), ["b.txt"]));
      const renamed = await below(made, "b.txt");
      const toInputs = [
        { id: "file", answer: ".." },
        { id: "file", answer: "/inputs" },
        { id: "file", answer: "." },
      ];
      await answering(host, toInputs, () => run("copyRemoteFile", renamed));
      assert.equal((await beside().read(system, "inputs/b.txt"))?.length, 0);
      const ask = await answering(host, [...toInputs, { id: "partly", answer: undefined }], () =>
        run("moveRemoteFile", renamed),
      );
      assert.match(told(ask).at(-1) ?? "", /0 files moved\. 1 failed: .*b\.txt exists already/);
      assert.equal((await beside().read(system, "made/b.txt"))?.length, 0);
    });

    it("are deleted after one question, and what lies in a folder that goes is not asked for twice", async () => {
      const home = await folder();
      const made = await below(home, "made");
      const inner = await below(made, "b.txt");
      const ask = await answering(host, [{ id: "delete", answer: true }], () =>
        run("deleteRemoteFile", made, [made, inner]),
      );
      assert.match(told(ask)[0] ?? "", /^Delete made of tacc\?$/);
      await eventually(async () => assert.ok(!(await names(home)).includes("made")));
      assert.equal(await beside().read(system, "made/b.txt"), undefined);
    });

    it("are given to somebody and taken back, folders however deep", async () => {
      const results = await folder("results");
      const colleague = besideRollcall(host, sandbox().state().agave.tokens.colleague);
      const profile = await colleague.send("GET", "/profiles/v2/me");
      const { username } = profile.result as { readonly username: string };
      assert.equal(await colleague.read(system, "results/summary.csv"), undefined);
      await answering(
        host,
        [
          { id: "username", answer: username },
          { id: "permission", answer: "READ" },
          { id: "reach", answer: "all" },
          { id: "grant", answer: true },
        ],
        () => run("grantFilePermission", results),
      );
      assert.match(String(await colleague.read(system, "results/summary.csv")), /^sample/);
      await answering(
        host,
        [
          { id: "reach", answer: "all" },
          { id: "withdraw", answer: true },
        ],
        () => run("withdrawFilePermissions", results),
      );
      assert.equal(await colleague.read(system, "results/summary.csv"), undefined);
    });

    it("are found from the palette, going from a system down and up, and have a history", async () => {
      await answering(
        host,
        [
          { id: "resource", answer: system },
          { id: "file", answer: "/results" },
          { id: "file", answer: ".." },
          { id: "file", answer: "/inputs" },
          { id: "file", answer: "/parameters.json" },
        ],
        () => run("showFileHistory"),
      );
      await opened(/STAGING_COMPLETED/);
    });
  });

  describe("where the server does not do as asked", () => {
    it("say what happened, in the editor's own kinds of errors, and what to do", async () => {
      const path = "/files/v2";
      const faults: readonly (readonly [string, string, RegExp])[] = [
        ["forbidden", "NoPermissions", /tacc.*403/],
        ["unauthorised", "NoPermissions", /tacc.*(sign|Sign)/],
        ["serverError", "Unavailable", /tacc.*500/],
        ["notJson", "Unavailable", /tacc/],
      ];
      for (const [kind, code, message] of faults) {
        sandbox().setFaults([{ kind, platform: "agave", path }]);
        await refused(fs.readDirectory(at("inputs")), code, message);
        sandbox().setFaults([]);
      }
    });

    it("tell of a write whose answer was lost, and send it once", async () => {
      sandbox().setFaults([
        { kind: "dropAfter", platform: "agave", method: "POST", path: "/files/v2/media" },
      ]);
      const asked = await requests(async () => {
        await assert.rejects(
          Promise.resolve(fs.writeFile(at("inputs/lost.txt"), bytes("lost"))),
          /may have arrived/,
        );
      });
      assert.equal(asked.filter((each) => each.startsWith("POST")).length, 1);
      sandbox().setFaults([]);
      await eventually(async () => assert.equal(await textAt(at("inputs/lost.txt")), "lost"));
      await fs.delete(at("inputs/lost.txt"));
    });
  });
});

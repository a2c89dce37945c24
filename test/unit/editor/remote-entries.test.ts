import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { entriesOf, entryOf, isListingOfFolder } from "../../../src/editor/remote-files/entry.ts";
import { KnownEntries } from "../../../src/editor/remote-files/known-entries.ts";
import { childOf, type RemotePath } from "../../../src/editor/remote-files/path.ts";
import { SaveGuard } from "../../../src/editor/remote-files/save-guard.ts";

const file = (name: string, lastModified = "2030-01-01T00:00:00.000Z", length = 3) => ({
  name,
  path: `/home/${name}`,
  type: "file" as const,
  lastModified,
  length,
  permissions: "ALL",
});
const folder = (name: string) => ({ name, path: "/home", type: "dir" as const, length: 4096 });
const home: RemotePath = { connection: "tacc", system: "corral", base: "home", names: [] };

describe("a listing", () => {
  it("begins with the folder itself, which is not among what lies in it", () => {
    const listing = [folder("."), file("a"), folder("b")];
    assert.ok(isListingOfFolder(listing));
    assert.deepEqual(
      entriesOf(listing).map(({ name, isFolder, size }) => [name, isFolder, size]),
      [
        ["a", false, 3],
        ["b", true, 0],
      ],
    );
  });

  it("is not that of a folder where it is the one file that was asked for", () => {
    assert.ok(!isListingOfFolder([file("a")]));
    assert.ok(!isListingOfFolder([]));
  });

  it("has each name once, and none that cannot stand in a path", () => {
    const listing = [folder("."), file("a"), file("a"), file("b/c"), file(""), file("..")];
    assert.deepEqual(
      entriesOf(listing).map(({ name }) => name),
      ["a"],
    );
  });

  it("is read as far as it goes where fields are missing", () => {
    const entry = entryOf("a", { name: "a", path: "/a" });
    const { isFolder, size, modified, isReadonly } = entry;
    assert.deepEqual(
      { isFolder, size, modified, isReadonly },
      { isFolder: false, size: 0, modified: 0, isReadonly: false },
    );
    assert.ok(entryOf("a", { name: "a", path: "/a", format: "folder" }).isFolder);
  });

  it("tells what may not be written", () => {
    for (const permissions of ["READ", "read_execute", "NONE", "EXECUTE"])
      assert.ok(entryOf("a", { ...file("a"), permissions }).isReadonly, permissions);
    for (const permissions of ["ALL", "READ_WRITE", "WRITE", "SOMETHING_NEW"])
      assert.ok(!entryOf("a", { ...file("a"), permissions }).isReadonly, permissions);
  });
});

describe("what is known of files", () => {
  let now = 0;
  const known = () => {
    now = 1_000;
    return new KnownEntries(() => now);
  };
  const [a, b] = [childOf(home, "a"), childOf(home, "b")];

  it("comes from a listing, for what is in it and for what is not", () => {
    const entries = known();
    entries.setListing(home, entriesOf([folder("."), file("a")]));
    const found = entries.get(a);
    assert.ok(found !== undefined && found !== "absent" && found.name === "a");
    assert.equal(entries.get(b), "absent");
    assert.equal(entries.get(childOf(b, "c")), undefined);
  });

  it("does not last", () => {
    const entries = known();
    entries.setListing(home, entriesOf([folder("."), file("a")]));
    now += 5_000;
    assert.equal(entries.get(a), undefined);
    assert.equal(entries.get(b), undefined);
  });

  it("is forgotten for what was written, all below it and the listing that it is in", () => {
    const entries = known();
    const inside = childOf(b, "c");
    entries.setListing(home, entriesOf([folder("."), file("a"), folder("b")]));
    entries.setListing(b, entriesOf([folder("."), file("c")]));
    entries.forget(b);
    assert.equal(entries.get(b), undefined);
    assert.equal(entries.get(inside), undefined);
    assert.equal(entries.get(childOf(home, "new")), undefined);
    assert.notEqual(entries.get(a), undefined);
  });

  it("is forgotten below the other base too, where the same files may lie, and on no other system", () => {
    const entries = known();
    const fromRoot = childOf({ ...home, base: "root" }, "home");
    const elsewhere = childOf({ ...home, system: "ranch" }, "a");
    entries.set(fromRoot, "absent");
    entries.set(elsewhere, "absent");
    entries.forget(a);
    assert.equal(entries.get(fromRoot), undefined);
    assert.equal(entries.get(elsewhere), "absent");
  });

  it("is what the last listing says", () => {
    const entries = known();
    entries.setListing(home, entriesOf([folder("."), file("a")]));
    entries.setListing(home, entriesOf([folder("."), file("b")]));
    assert.equal(entries.get(a), "absent");
  });
});

describe("the guard of saves", () => {
  const entry = (lastModified: string, length: number) => entryOf("a", file("a", lastModified, length));
  const old = entry("2030-01-01T00:00:00Z", 3);
  const sameSize = entry("2030-01-02T00:00:00Z", 3);
  const larger = entry("2030-01-02T00:00:00Z", 4);

  it("lets pass what was not read, and what is as it was read", () => {
    const guard = new SaveGuard();
    assert.ok(guard.allows("a", larger));
    guard.read("a", old);
    assert.ok(guard.allows("a", old));
  });

  it("refuses once what the editor cannot see by itself, and lets it pass when it is saved again", () => {
    const guard = new SaveGuard();
    guard.read("a", old);
    guard.shown("a", sameSize);
    assert.ok(!guard.allows("a", sameSize));
    assert.ok(guard.allows("a", sameSize));
    assert.ok(!guard.allows("a", entry("2030-01-03T00:00:00Z", 3)));
  });

  it("leaves to the editor what it has been shown and tells apart", () => {
    const guard = new SaveGuard();
    guard.read("a", old);
    guard.shown("a", larger);
    assert.ok(guard.allows("a", larger));
  });

  it("refuses what was written after the editor has looked", () => {
    const guard = new SaveGuard();
    guard.read("a", old);
    guard.shown("a", old);
    assert.ok(!guard.allows("a", larger));
  });

  it("refuses what is older than what was read, which the editor takes for unchanged", () => {
    const guard = new SaveGuard();
    const older = entry("2029-01-01T00:00:00Z", 4);
    guard.read("a", old);
    guard.shown("a", older);
    assert.ok(!guard.allows("a", older));
  });
});

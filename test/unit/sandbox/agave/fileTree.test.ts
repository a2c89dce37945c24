import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createFileTree, joinPath, nameOf, parentOf } from "../../../../src/sandbox/agave/files/tree.ts";

describe("Paths of files", () => {
  it("never leave the root", () => {
    for (const [folder, path, joined] of [
      ["/home", "../../../etc/passwd", "/etc/passwd"],
      ["/home", "..", "/"],
      ["/", "../..", "/"],
      ["/home", "a/./b//c/", "/home/a/b/c"],
      ["/home", "", "/home"],
    ] as const) {
      assert.equal(joinPath(folder, path), joined);
    }
  });

  it("have a folder and a name", () => {
    assert.deepEqual([parentOf("/a/b.txt"), nameOf("/a/b.txt")], ["/a", "b.txt"]);
    assert.deepEqual([parentOf("/a"), nameOf("/a"), parentOf("/"), nameOf("/")], ["/", "a", "/", ""]);
  });
});

describe("A tree of files", () => {
  const bytes = new TextEncoder().encode("x");

  it("tells folders whose names begin alike apart", () => {
    const tree = createFileTree(() => 0);
    tree.write("/a/x.txt", bytes);
    tree.write("/ab/y.txt", bytes);
    assert.deepEqual(tree.children("/"), ["/a", "/ab"]);
    tree.remove("/a");
    assert.equal(tree.get("/a/x.txt"), undefined);
    assert.equal(tree.get("/ab/y.txt")?.type, "file");
  });

  it("keeps its root, whatever is removed", () => {
    const tree = createFileTree(() => 0);
    tree.write("/a/x.txt", bytes);
    tree.remove("/");
    assert.deepEqual([tree.get("/")?.type, tree.children("/")], ["dir", []]);
  });

  it("copies a folder with all in it, over what is there", () => {
    const tree = createFileTree(() => 0);
    tree.write("/a/deep/x.txt", bytes);
    tree.write("/b/deep/x.txt", new TextEncoder().encode("old"));
    tree.copy("/a", "/b");
    const copied = tree.get("/b/deep/x.txt");
    assert.ok(copied?.type === "file");
    assert.deepEqual(copied.bytes, bytes);
    assert.deepEqual(tree.below("/a"), ["/a/deep", "/a", "/a/deep/x.txt"].sort());
  });
});

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  addressPath,
  agavePath,
  agaveUrl,
  childOf,
  isRemotePath,
  nameOf,
  parentOf,
  pathText,
  type RemotePath,
  readAddressPath,
  readAgaveUrl,
} from "../../../src/editor/remote-files/path.ts";

const home: RemotePath = { connection: "tacc", system: "corral.storage", base: "home", names: [] };
const root: RemotePath = { ...home, base: "root" };
const below = (folder: RemotePath, ...names: readonly string[]): RemotePath => ({ ...folder, names });

const spellings: readonly (readonly [
  RemotePath,
  address: string,
  agave: string,
  url: string,
  text: string,
])[] = [
  [home, "/tacc/corral.storage/~", "", "agave://corral.storage/", "corral.storage:~"],
  [root, "/tacc/corral.storage/root", "/", "agave://corral.storage//", "corral.storage:/"],
  [
    below(home, "a b", "c.txt"),
    "/tacc/corral.storage/~/a b/c.txt",
    "a b/c.txt",
    "agave://corral.storage/a%20b/c.txt",
    "corral.storage:~/a b/c.txt",
  ],
  [
    below(root, "root", "~"),
    "/tacc/corral.storage/root/root/~",
    "/root/~",
    "agave://corral.storage//root/~",
    "corral.storage:/root/~",
  ],
  [
    below(home, "50% #1?+&=;é☕.txt"),
    "/tacc/corral.storage/~/50% #1?+&=;é☕.txt",
    "50% #1?+&=;é☕.txt",
    "agave://corral.storage/50%25%20%231%3F%2B%26%3D%3B%C3%A9%E2%98%95.txt",
    "corral.storage:~/50% #1?+&=;é☕.txt",
  ],
];

describe("a path of a system", () => {
  for (const [path, address, agave, url, text] of spellings) {
    it(`is spelled ${address}, ${agave || "nothing"} and ${text}`, () => {
      assert.equal(addressPath(path), address);
      assert.equal(agavePath(path), agave);
      assert.equal(agaveUrl(path), url);
      assert.equal(pathText(path), text);
      assert.deepEqual(readAddressPath(address), path);
    });
  }

  it("is read however many slashes there are, as the editor joins addresses in its own way", () => {
    assert.deepEqual(readAddressPath("/tacc//corral.storage/~/a//b/"), below(home, "a", "b"));
  });

  it("begins below the home folder or the root, and nowhere else", () => {
    assert.equal(readAddressPath("/tacc/corral.storage/elsewhere/a"), undefined);
  });

  it("has the systems and connections above it", () => {
    assert.deepEqual(readAddressPath("/"), {});
    assert.deepEqual(readAddressPath("/tacc"), { connection: "tacc" });
    const system = readAddressPath("/tacc/corral.storage/");
    assert.deepEqual(system, { connection: "tacc", system: "corral.storage" });
    assert.ok(system && !isRemotePath(system));
  });

  it("goes up to where it begins and no further", () => {
    const file = childOf(childOf(home, "a"), "b");
    assert.equal(nameOf(file), "b");
    assert.deepEqual(parentOf(file), below(home, "a"));
    assert.deepEqual(parentOf(below(home, "a")), home);
    assert.equal(parentOf(home), undefined);
    assert.equal(nameOf(home), "~");
  });

  it("is read from its URL, and from no other text", () => {
    for (const [path, , , url] of spellings) assert.deepEqual(readAgaveUrl("tacc", url), path);
    assert.deepEqual(readAgaveUrl("tacc", "agave://corral.storage/100%/a"), below(home, "100%", "a"));
    for (const text of ["", "a/b", "https://example.org/a", "agave://corral.storage"])
      assert.equal(readAgaveUrl("tacc", text), undefined);
  });
});

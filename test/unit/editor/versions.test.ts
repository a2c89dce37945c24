import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { newestFirst } from "../../../src/editor/views/services/versions.ts";

describe("versions of a service", () => {
  it("come with the newest first, by number and not by letter", () => {
    const sorted = ["1.0.9", "1.0.10", "0.9.0", "1.4"].toSorted(newestFirst);
    assert.deepEqual(sorted, ["1.4", "1.0.10", "1.0.9", "0.9.0"]);
  });

  it("come before their own pre-releases", () => {
    const sorted = ["2.0.0-rc.1", "1.9.9", "2.0.0", "2.0.0-rc.10"].toSorted(newestFirst);
    assert.deepEqual(sorted, ["2.0.0", "2.0.0-rc.10", "2.0.0-rc.1", "1.9.9"]);
  });
});

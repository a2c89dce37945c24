import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { entryOf } from "../../../src/editor/remote-files/entry.ts";
import { type SentFile, stagingOf, untilInPlace } from "../../../src/editor/remote-files/staging.ts";
import type { HistoryEvent } from "../../../src/platforms/agave/answers/common.ts";

const events = (...statuses: readonly string[]): HistoryEvent[] =>
  statuses.map((status) => ({ status, created: "2030-01-01T00:00:00Z", description: `${status} it was` }));
const entry = (size: number, lastModified = "2030-01-01T00:00:00Z") =>
  entryOf("a", { name: "a", path: "/a", type: "file", length: size, lastModified });

/** A file whose history and entry follow a script, the last of each again and again. */
function sent(
  histories: readonly HistoryEvent[][],
  looks: readonly (ReturnType<typeof entry> | undefined)[],
  more: Partial<SentFile> = {},
): SentFile & { readonly asked: { histories: number; looks: number } } {
  const asked = { histories: 0, looks: 0 };
  return {
    asked,
    name: "corral:~/a",
    before: undefined,
    size: 3,
    history: async () => histories[Math.min(asked.histories++, histories.length - 1)] ?? [],
    look: async () => looks[Math.min(asked.looks++, looks.length - 1)],
    ...more,
  };
}

describe("what has become of a file that was sent", () => {
  it("is told by what follows the last time that it was queued", () => {
    assert.deepEqual(stagingOf([]), { state: "unknown" });
    assert.deepEqual(stagingOf(events("CREATED")), { state: "unknown" });
    assert.deepEqual(stagingOf(events("STAGING_QUEUED", "STAGING")), { state: "waiting" });
    assert.deepEqual(stagingOf(events("STAGING_QUEUED", "STAGING", "STAGING_COMPLETED")), { state: "done" });
    assert.deepEqual(stagingOf(events("STAGING_QUEUED", "STAGING_COMPLETED", "STAGING_QUEUED")), {
      state: "waiting",
    });
    assert.deepEqual(stagingOf(events("STAGING_QUEUED", "STAGING_FAILED")), {
      state: "failed",
      why: "STAGING_FAILED it was",
    });
  });
});

describe("waiting for a file that was sent", () => {
  it("ends once its history says that it is there and the server shows it whole", async () => {
    const file = sent(
      [events("STAGING_QUEUED"), events("STAGING_QUEUED", "STAGING_COMPLETED")],
      [undefined, entry(1), entry(3)],
    );
    assert.equal((await untilInPlace(file)).size, 3);
    assert.deepEqual(file.asked, { histories: 4, looks: 3 });
  });

  it("goes by the file alone where there is no history, and not by what was there before", async () => {
    const before = entry(3, "2029-01-01T00:00:00Z");
    const file = sent([[]], [before, entry(3)], { before });
    assert.notEqual((await untilInPlace(file)).version, before.version);
  });

  it("rejects with the server's reason where the file could not be put into place", async () => {
    const file = sent([events("STAGING_QUEUED", "STAGING_FAILED")], [undefined]);
    await assert.rejects(untilInPlace(file), /could not put corral:~\/a into place: STAGING_FAILED it was/);
  });

  it("says that the file was sent where the server cannot be asked any more", async () => {
    const history = () => Promise.reject(new Error("tacc cannot be reached"));
    await assert.rejects(
      untilInPlace(sent([], [], { history })),
      /was sent, and it is not known whether it is in place: tacc cannot be reached/,
    );
  });

  it("says that the file was sent where the person does not want to wait", async () => {
    const file = sent([events("STAGING_QUEUED")], [undefined]);
    await assert.rejects(untilInPlace(file, AbortSignal.timeout(50)), /was sent, and it is not known/);
  });
});

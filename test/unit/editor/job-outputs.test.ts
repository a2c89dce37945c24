import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { mostOutputs, readOutputs } from "../../../src/editor/job-outputs/listing.ts";
import {
  type OutputPlace,
  outputAddress,
  outputArguments,
  outputIn,
  splitOutput,
} from "../../../src/editor/job-outputs/place.ts";
import type { RemoteFile } from "../../../src/platforms/agave/answers/common.ts";
import type { PlatformClients } from "../../../src/platforms/open.ts";

const all: OutputPlace = { connection: "tacc", job: "1-007", names: [] };

interface Asked {
  readonly limit: number;
  readonly offset: number;
  readonly filePath?: string;
}

/** A server that counts a folder itself for a page and leaves it out, as the jobs service does. */
function serverOf(names: readonly string[], largestPage: number) {
  const asked: Asked[] = [];
  const call = async (_name: string, args: Asked): Promise<readonly RemoteFile[]> => {
    asked.push(args);
    const { limit, offset } = args;
    return [".", ...names]
      .slice(offset, offset + Math.min(limit, largestPage))
      .filter((name) => name !== ".")
      .map((name) => ({ name, path: `/${name}`, type: "file", length: 1 }));
  };
  return { client: { call } as unknown as PlatformClients["agave"], asked };
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `file ${index}`);

describe("the listing of a job's outputs", () => {
  for (const largestPage of [100, 250, 1000])
    for (const count of [0, 1, 99, 100, 101, 250, 501])
      it(`has all of ${count} where the server gives ${largestPage} at most`, async () => {
        const names = numbered(count);
        const { client, asked } = serverOf(names, largestPage);
        const { entries, goesOn } = await readOutputs(client, all);
        assert.deepEqual(
          entries.map(({ name }) => name),
          names,
        );
        assert.equal(goesOn, false);
        assert.ok(asked.length <= Math.ceil((count + 1) / Math.min(largestPage, 98)) + 1, `${asked.length}`);
      });

  it("ends after so many, and says so", async () => {
    const { client } = serverOf(numbered(3000), 250);
    const { entries, goesOn } = await readOutputs(client, all);
    assert.deepEqual([entries.length, goesOn], [mostOutputs, true]);
  });

  it("names the folder, and no path where it is all of the output", async () => {
    const { client, asked } = serverOf([], 100);
    await readOutputs(client, all);
    await readOutputs(client, outputIn(outputIn(all, "a b"), "ü"));
    assert.deepEqual(
      asked.map(({ filePath }) => filePath),
      [undefined, "a b/ü"],
    );
  });

  it("leaves out what cannot stand in a path, and has each name once", async () => {
    const { client } = serverOf(["a", "..", "", "a/b", "a"], 100);
    const { entries } = await readOutputs(client, all);
    assert.deepEqual(
      entries.map(({ name }) => name),
      ["a"],
    );
  });
});

describe("the place of an output", () => {
  it("has an address, and is taken apart into its folder and its name", () => {
    const place = outputIn(outputIn(all, "output"), "result.txt");
    assert.equal(outputAddress(place), "/tacc/1-007/output/result.txt");
    assert.deepEqual(outputArguments(place), { jobId: "1-007", filePath: "output/result.txt" });
    assert.deepEqual(splitOutput(place), { folder: outputIn(all, "output"), name: "result.txt" });
    assert.equal(splitOutput(all), undefined);
  });
});

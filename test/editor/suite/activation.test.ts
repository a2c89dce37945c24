import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { describe, it } from "../harness/cases.ts";
import { configurationFile, extension, rollcall, withoutConfiguration } from "./support/rollcall.ts";

/** What may come in with activation: the editor's own folder, and words of the engine without any work in them. */
const allowed = /^(src\/extension\.ts|src\/editor\/.*|src\/identity\/(situation|account|selection)\.ts)$/;
/** As it is built for tests; packaged, it is little more than half. */
const largestBytes = 90_000;

describe("activation", () => {
  it("loads a few kilobytes and nothing of the engine", () => {
    const files = loadedByActivation(join(extension().extensionPath, "dist"));
    const bytes = files.reduce((sum, file) => sum + readFileSync(file).length, 0);
    assert.ok(bytes < largestBytes, `${bytes} bytes`);
    const sources = files.flatMap(sourcesOf).map((source) => source.replace(/^(\.\.\/)+/, ""));
    assert.deepEqual(
      sources.filter((source) => !allowed.test(source)),
      [],
    );
  });

  it("sends no request, though a configuration is there", async () => {
    let requests = 0;
    const server = createServer((_request, response) => {
      requests++;
      response.end("{}");
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const configuration = { connections: { odm: { platform: "odm", url } } };
    await writeFile(configurationFile(), JSON.stringify(configuration));
    const host = await rollcall();
    try {
      assert.equal((await host.configuration.reload()).kind, "ready");
      assert.equal(requests, 0);
    } finally {
      await withoutConfiguration(host);
      server.close();
    }
  });
});

/** The extension's entry and every file that it imports without being asked to. */
function loadedByActivation(folder: string): readonly string[] {
  const found = new Set<string>();
  const follow = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    const text = readFileSync(file, "utf8");
    for (const [, path = ""] of text.matchAll(/^(?:import|export)\b[^"'()]*["'](\.[^"']+)["']/gm))
      follow(resolve(file, "..", path));
  };
  follow(join(folder, "extension.js"));
  return [...found];
}

function sourcesOf(file: string): readonly string[] {
  const map = `${file}.map`;
  if (!existsSync(map)) return [];
  return (JSON.parse(readFileSync(map, "utf8")) as { sources: string[] }).sources;
}

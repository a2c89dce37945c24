import assert from "node:assert/strict";
import { buffer } from "node:stream/consumers";
import { otherUser, showsNothing } from "./permissions.ts";
import {
  type CallArguments,
  fieldsOf,
  listOf,
  type Scenario,
  type Stage,
  testOperations,
  textOf,
} from "./scenario.ts";

const text = "GATTACA \u00e9 \r\n";

/** The system that is used where none is named. */
async function defaultSystem({ call }: Stage): Promise<string> {
  const [home] = listOf(await call("files.listOnDefaultSystem", { parameters: { filePath: "" } }));
  return textOf(home, "system");
}

/** Uploads a file and waits until it has been staged. Answers its name, below the home folder. */
async function upload(stage: Stage): Promise<string> {
  const name = `${stage.fresh()}.txt`;
  await stage.call("files.importToDefaultSystem", {
    parameters: { sourcefilePath: "" },
    file: { content: text, fileName: name },
  });
  for (let look = 0; look < 20; look += 1) {
    const [found] = listOf(
      await stage.call("files.getHistoryOnDefaultSystem", { parameters: { filePath: name } }),
    ).slice(-1);
    if (found?.status === "STAGING_COMPLETED") return name;
  }
  throw new Error(`${name} was not staged.`);
}

type Where = (stage: Stage, path: string) => Promise<NonNullable<CallArguments["parameters"]>>;
const onDefault =
  (parameter: "sourcefilePath" | "filePath"): Where =>
  async (_stage, path) => ({ [parameter]: path });
const onSystem: Where = async (stage, path) => ({ systemId: await defaultSystem(stage), filePath: path });

const missing = (where: Where, more: Partial<CallArguments> = {}): Scenario["refused"] => ({
  with: async (stage) => ({ parameters: await where(stage, "no/such/file"), ...more }),
  kind: "notFound",
  text: /File\/folder does not exist|folder does not exist/i,
});

const uploads = (where: Where): Scenario => ({
  good: async (stage) => ({
    parameters: { ...(await where(stage, "")), fileName: `${stage.fresh()} ü.csv` },
    file: { content: text, fileName: "ignored.txt" },
  }),
  shows(answer, { parameters }) {
    const { name, status, nativeFormat } = fieldsOf(answer);
    assert.deepEqual([name, status, nativeFormat], [parameters?.fileName, "STAGING_QUEUED", "raw"]);
  },
  refused: missing(where, { file: { content: text, fileName: "x" } }),
});

const downloads = (where: Where): Scenario => ({
  good: async (stage) => ({
    parameters: { ...(await where(stage, await upload(stage))), Range: "bytes=0-6" },
  }),
  async shows(answer) {
    const { content, status } = answer as { content: AsyncIterable<Uint8Array>; status: number };
    assert.equal(status, 206);
    assert.equal((await buffer(content)).toString(), "GATTACA");
  },
  refused: {
    with: async (stage) => ({ parameters: await where(stage, "inputs") }),
    kind: "invalid",
    text: /Directory downloads not supported/,
  },
});

const manages = (where: Where): Scenario => ({
  good: async (stage) => ({
    parameters: await where(stage, await upload(stage)),
    body: { action: "RENAME", path: `${stage.fresh()}.csv` },
  }),
  shows: (answer, { body }) => assert.ok(textOf(answer, "path").endsWith(`/${textOf(body, "path")}`)),
  refused: missing(where, { body: { action: "copy", path: "x" } }),
});

const deletes = (where: Where): Scenario => ({
  good: async (stage) => ({ parameters: await where(stage, await upload(stage)) }),
  shows: showsNothing,
  refused: missing(where),
});

const lists = (where: Where): Scenario => ({
  good: async (stage) => ({ parameters: { ...(await where(stage, "inputs")), limit: 2 } }),
  shows(answer) {
    const names = listOf(answer).map(({ name }) => name);
    assert.deepEqual([names[0], names.length], [".", 2]);
  },
  refused: missing(where),
});

const tellsHistory = (where: Where): Scenario => ({
  good: async (stage) => ({ parameters: await where(stage, await upload(stage)) }),
  shows(answer) {
    const states = listOf(answer).map(({ status }) => status);
    assert.deepEqual([states[0], states.at(-1)], ["STAGING_QUEUED", "STAGING_COMPLETED"]);
  },
  refused: missing(where),
});

const grants = (where: Where): Scenario => ({
  good: async (stage) => ({
    parameters: await where(stage, await upload(stage)),
    body: { username: await otherUser(stage), permission: "READ" },
  }),
  shows(answer, { body }) {
    const { username, permission } = fieldsOf(answer);
    assert.equal(username, textOf(body, "username"));
    assert.deepEqual(permission, { read: true, write: false, execute: false });
  },
  refused: {
    with: async (stage) => ({
      parameters: await where(stage, await upload(stage)),
      body: { username: await otherUser(stage), permission: "EVERYTHING" },
    }),
    kind: "invalid",
    text: /Unknown permission: EVERYTHING/,
  },
});

testOperations(
  { platform: "agave", service: "files" },
  {
    "files.importToDefaultSystem": uploads(onDefault("sourcefilePath")),
    "files.importData": uploads(onSystem),
    "files.downloadFromDefaultSystem": downloads(onDefault("sourcefilePath")),
    "files.download": downloads(onSystem),
    "files.manageOnDefaultSystem": manages(onDefault("sourcefilePath")),
    "files.manage": manages(onSystem),
    "files.deleteFromDefaultSystem": deletes(onDefault("sourcefilePath")),
    "files.delete": deletes(onSystem),
    "files.listOnDefaultSystem": lists(onDefault("filePath")),
    "files.list": lists(onSystem),
    "files.getHistoryOnDefaultSystem": tellsHistory(onDefault("filePath")),
    "files.getHistory": tellsHistory(onSystem),
    "files.updatePermissionsOnDefaultSystem": grants(onDefault("filePath")),
    "files.updatePermissions": grants(onSystem),
    "files.deletePermissions": {
      good: async (stage) => ({
        parameters: { ...(await onSystem(stage, await upload(stage))), recursive: true },
      }),
      shows: showsNothing,
      refused: missing(onSystem),
    },
  },
);

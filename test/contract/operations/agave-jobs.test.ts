import assert from "node:assert/strict";
import { buffer } from "node:stream/consumers";
import { permissionScenarios, showsNothing } from "./permissions.ts";
import { listOf, type Scenario, type Stage, testOperations, textOf } from "./scenario.ts";

let app: Promise<string> | undefined;

/** An app that runs without inputs, registered once. */
function appOf({ call }: Stage): Promise<string> {
  app ??= call("apps.add", {
    body: {
      name: "sleeper",
      version: "1.0",
      executionSystem: "imaging.vm",
      deploymentSystem: "imaging.storage",
      deploymentPath: "/home",
      templatePath: "wrapper.sh",
      testPath: "test.sh",
      executionType: "CLI",
      parallelism: "SERIAL",
      inputs: [],
      parameters: [],
    },
  }).then((added) => textOf(added, "id"));
  return app;
}

async function submit(stage: Stage): Promise<{ jobId: string }> {
  const body = { name: stage.fresh(), appId: await appOf(stage), inputs: {}, parameters: {} };
  return { jobId: textOf(await stage.call("jobs.submit", { body }), "id") };
}

/** A job that has ended; it goes a step on each time it is looked at. */
async function finished(stage: Stage): Promise<{ jobId: string }> {
  const parameters = await submit(stage);
  for (let look = 0; look < 40; look += 1) {
    if (textOf(await stage.call("jobs.getStatus", { parameters }), "status") === "FINISHED")
      return parameters;
  }
  throw new Error("The job did not end.");
}

const noJob = {
  parameters: { jobId: "0001000000000000-0000000000000000-0001-007" },
  kind: "notFound",
  text: /No job found with job id/,
} as const;

const notFound: Scenario["refused"] = {
  with: () => ({ parameters: noJob.parameters }),
  kind: noJob.kind,
  text: noJob.text,
};

testOperations(
  { platform: "agave", service: "jobs" },
  {
    "jobs.submit": {
      good: async (stage) => ({ body: { name: stage.fresh(), appId: await appOf(stage), archive: false } }),
      shows(answer, { body }) {
        assert.match(textOf(answer, "id"), /-007$/);
        assert.equal(textOf(answer, "name"), textOf(body, "name"));
      },
      refused: {
        with: ({ fresh }) => ({ body: { name: fresh(), appId: "no-such-app-1.0" } }),
        kind: "invalid",
        text: /Unable to find an app with id no-such-app-1\.0/,
      },
    },
    "jobs.list": {
      good: async (stage) => {
        await submit(stage);
        return {
          parameters: { limit: 2, search: { "appId.like": "sleeper*" }, orderBy: "created", order: "desc" },
        };
      },
      shows: (answer) => assert.ok(listOf(answer).every(({ appId }) => appId === "sleeper-1.0")),
      refused: {
        with: () => ({ parameters: { orderBy: "colour" } }),
        kind: "invalid",
        text: /colour|orderBy|sort/i,
      },
    },
    "jobs.get": {
      good: async (stage) => ({ parameters: await submit(stage) }),
      shows: (answer, { parameters }) => assert.equal(textOf(answer, "id"), parameters?.jobId),
      refused: notFound,
    },
    "jobs.getStatus": {
      good: async (stage) => ({ parameters: await submit(stage) }),
      shows: (answer) => assert.match(textOf(answer, "status"), /^[A-Z_]+$/),
      refused: notFound,
    },
    "jobs.getHistory": {
      good: async (stage) => ({ parameters: await finished(stage) }),
      shows(answer) {
        const states = listOf(answer).map(({ status }) => status);
        assert.deepEqual([states[0], states.at(-1)], ["PENDING", "FINISHED"]);
      },
      refused: notFound,
    },
    "jobs.manage": {
      good: async (stage) => ({ parameters: await finished(stage), body: { action: "Resubmit" } }),
      shows: (answer, { parameters }) => assert.notEqual(textOf(answer, "id"), parameters?.jobId),
      refused: {
        with: async (stage) => ({ parameters: await finished(stage), body: { action: "stop" } }),
        kind: "invalid",
        text: /cannot be stopped: it is FINISHED already/,
      },
    },
    "jobs.delete": {
      good: async (stage) => ({ parameters: await submit(stage) }),
      async shows(answer, { parameters }, { call }) {
        showsNothing(answer);
        await assert.rejects(call("jobs.get", { parameters: { ...parameters } }), { kind: "notFound" });
      },
      refused: notFound,
    },
    "jobs.search": {
      good: async (stage) => ({ parameters: { attribute: "id", value: (await submit(stage)).jobId } }),
      shows: (answer, { parameters }) =>
        assert.deepEqual(
          listOf(answer).map(({ id }) => id),
          [parameters?.value],
        ),
      refused: {
        with: () => ({ parameters: { attribute: "colour", value: "red" } }),
        kind: "invalid",
        text: /no attribute "colour"/,
      },
    },
    "jobs.listOutputs": {
      good: async (stage) => ({ parameters: await finished(stage) }),
      shows: (answer) => assert.ok(listOf(answer).some(({ type }) => type === "file")),
      refused: notFound,
    },
    "jobs.downloadOutput": {
      good: async (stage) => {
        const parameters = await finished(stage);
        const file = listOf(await stage.call("jobs.listOutputs", { parameters })).find(
          ({ type }) => type === "file",
        );
        return { parameters: { ...parameters, filePath: textOf(file, "name") } };
      },
      async shows(answer) {
        assert.ok((await buffer((answer as { content: AsyncIterable<Uint8Array> }).content)).length > 0);
      },
      refused: {
        with: async (stage) => ({ parameters: { ...(await finished(stage)), filePath: "no-such-file" } }),
        kind: "notFound",
        text: /does not exist/,
      },
    },
    ...permissionScenarios({
      names: {
        list: "jobs.listPermissions",
        grant: "jobs.updatePermissions",
        withdraw: "jobs.deletePermissions",
        listForUser: "jobs.listPermissionsForUser",
        grantForUser: "jobs.updatePermissionsForUser",
        withdrawForUser: "jobs.deletePermissionsForUser",
      },
      make: submit,
      unknown: noJob,
    }),
  },
);

import assert from "node:assert/strict";
import { permissionScenarios, showsNothing } from "./permissions.ts";
import { listOf, type Scenario, type Stage, testOperations, textOf } from "./scenario.ts";

const executionSystem = "imaging.vm";

const describe = (name: string) => ({
  name,
  version: "1.0",
  label: "Counts words",
  executionSystem,
  deploymentSystem: "imaging.storage",
  deploymentPath: "/home",
  templatePath: "wrapper.sh",
  testPath: "test.sh",
  executionType: "CLI",
  parallelism: "SERIAL",
  inputs: [],
  parameters: [],
});

async function add({ call, fresh }: Stage): Promise<{ appId: string }> {
  return { appId: textOf(await call("apps.add", { body: describe(fresh()) }), "id") };
}

const noApp = {
  parameters: { appId: "no-such-app-9.9" },
  kind: "notFound",
  text: /no-such-app-9\.9/,
} as const;

const notFound: Scenario["refused"] = {
  with: () => ({ parameters: noApp.parameters }),
  kind: noApp.kind,
  text: noApp.text,
};

const wrongToken: Scenario["refused"] = {
  who: "wrong",
  with: () => ({ parameters: {} }),
  kind: "unauthorised",
  text: /Invalid Credentials/,
};

testOperations(
  { platform: "agave", service: "apps" },
  {
    "apps.add": {
      good: ({ fresh }) => ({ body: describe(fresh()) }),
      shows: (answer, { body }) => assert.equal(textOf(answer, "id"), `${textOf(body, "name")}-1.0`),
      refused: {
        with: ({ fresh }) => ({ body: { ...describe(fresh()), executionSystem: "no.such.system" } }),
        kind: "invalid",
        text: /no\.such\.system|execution ?system/i,
      },
    },
    "apps.list": {
      good: async (stage) => {
        const { appId } = await add(stage);
        return { parameters: { privateOnly: true, search: { "id.eq": appId } } };
      },
      shows: (answer) => assert.equal(listOf(answer).length, 1),
      refused: wrongToken,
    },
    "apps.get": {
      good: async (stage) => ({ parameters: await add(stage) }),
      shows: (answer, { parameters }) => assert.equal(textOf(answer, "id"), parameters?.appId),
      refused: notFound,
    },
    "apps.update": {
      good: async (stage) => {
        const parameters = await add(stage);
        const name = parameters.appId.replace(/-1\.0$/, "");
        return { parameters, body: { ...describe(name), label: "Counts letters" } };
      },
      shows: (answer) => assert.equal(textOf(answer, "label"), "Counts letters"),
      refused: { ...notFound, with: () => ({ parameters: noApp.parameters, body: describe("no-such-app") }) },
    },
    "apps.manage": {
      good: async (stage) => ({ parameters: await add(stage), body: { action: "DISABLE" } }),
      shows: (answer, { parameters }) => assert.equal(textOf(answer, "id"), parameters?.appId),
      refused: {
        with: async (stage) => ({ parameters: await add(stage), body: { action: "explode" } }),
        kind: "invalid",
        text: /explode|action/i,
      },
    },
    "apps.delete": {
      good: async (stage) => ({ parameters: await add(stage) }),
      async shows(answer, { parameters }, { call }) {
        showsNothing(answer);
        await assert.rejects(call("apps.get", { parameters: { ...parameters } }), { kind: "notFound" });
      },
      refused: notFound,
    },
    "apps.listByName": {
      good: async (stage) => ({ parameters: { name: (await add(stage)).appId.replace(/1\.0$/, "*") } }),
      shows: (answer) => assert.equal(listOf(answer).length, 1),
      refused: { ...wrongToken, with: () => ({ parameters: { name: "x" } }) },
    },
    "apps.listBySystemId": {
      good: async (stage) => {
        await add(stage);
        return { parameters: { systemId: executionSystem, limit: 2 } };
      },
      shows(answer) {
        const apps = listOf(answer);
        assert.ok(apps.length > 0 && apps.every((app) => app.executionSystem === executionSystem));
      },
      refused: { ...wrongToken, with: () => ({ parameters: { systemId: "x" } }) },
    },
    ...permissionScenarios({
      names: {
        list: "apps.listPermissions",
        grant: "apps.updateApplicationPermissions",
        withdraw: "apps.deletePermissions",
        listForUser: "apps.listPermissionsForUser",
        grantForUser: "apps.updatePermissionsForUser",
        withdrawForUser: "apps.deletePermissionsForUser",
      },
      make: add,
      unknown: noApp,
    }),
  },
);

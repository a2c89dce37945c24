import assert from "node:assert/strict";
import { fieldsOf, listOf, type Scenario, type Stage, testOperations } from "./scenario.ts";

const viewer = "simcore/services/dynamic/3d-viewer";

const startOf = (service_uuid: string) => ({ user_id: "7", service_key: viewer, service_uuid });

async function start({ call, fresh }: Stage): Promise<string> {
  const uuid = fresh();
  await call("running_interactive_services_post", { parameters: startOf(uuid) });
  return uuid;
}

const notRunning: Scenario["refused"] = {
  with: ({ fresh }) => ({ parameters: { service_uuid: fresh() } }),
  kind: "notFound",
  text: /^The service with uuid fresh\d+ was not found$/,
};

testOperations(
  { platform: "osparc" },
  {
    root_get: {
      good: () => ({}),
      shows(answer) {
        const { name, status, version, api_version } = fieldsOf(answer);
        assert.deepEqual([name, status], ["simcore-service-director", "SERVICE_RUNNING"]);
        assert.deepEqual([version, api_version], ["0.1.0", "1.0.0"]);
      },
      refused: {
        with: () => ({ parameters: { verbose: true } }),
        kind: "invalid",
        text: /root_get has no parameter "verbose"/,
      },
    },
    services_get: {
      good: () => ({ parameters: { service_type: "interactive" } }),
      shows(answer) {
        const services = listOf(answer);
        assert.ok(services.length > 5);
        assert.ok(services.every(({ type, key }) => type === "dynamic" && String(key).includes("/dynamic/")));
      },
      refused: {
        with: () => ({ parameters: { service_type: "dynamic" } }),
        kind: "invalid",
        text: /service_type/,
      },
    },
    services_by_key_version_get: {
      good: () => ({ parameters: { service_key: viewer, service_version: "1.4" } }),
      shows(answer) {
        const { key, version } = fieldsOf(answer);
        assert.deepEqual([key, version], [viewer, "1.4"]);
      },
      refused: {
        with: () => ({ parameters: { service_key: viewer, service_version: "9.9.9" } }),
        kind: "notFound",
        text: /^The service simcore\/services\/dynamic\/3d-viewer:9\.9\.9 does not exist$/,
      },
    },
    running_interactive_services_post: {
      good: ({ fresh }) => ({ parameters: { ...startOf(fresh()), service_tag: "1.0.1" } }),
      shows(answer, { parameters }) {
        const { published_port, entry_point, service_uuid } = fieldsOf(answer);
        assert.ok(Number(published_port) >= 1);
        assert.deepEqual([entry_point, service_uuid], ["visualizer", parameters?.service_uuid]);
      },
      refused: {
        with: async (stage) => ({ parameters: startOf(await start(stage)) }),
        kind: "conflict",
        text: /^The service uuid fresh\d+ is already in use$/,
      },
    },
    running_interactive_services_get: {
      good: async (stage) => ({ parameters: { service_uuid: await start(stage) } }),
      shows: (answer) => assert.equal(answer, undefined),
      refused: notRunning,
    },
    running_interactive_services_delete: {
      good: async (stage) => ({ parameters: { service_uuid: await start(stage) } }),
      async shows(answer, { parameters }, { call }) {
        assert.equal(answer, undefined);
        await assert.rejects(call("running_interactive_services_get", { parameters: { ...parameters } }), {
          kind: "notFound",
        });
      },
      refused: notRunning,
    },
  },
);

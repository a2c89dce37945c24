import assert from "node:assert/strict";
import { fieldsOf, listOf, type Scenario, type Stage, testOperations, textOf } from "./scenario.ts";

const nobody = "00000000-0000-4000-8000-000000000000";

async function create({ call, fresh }: Stage, data: object = {}): Promise<string> {
  return textOf(await call("service_users_create", { body: { name: fresh(), ...data } }), "id");
}

/** One that has expired, so that it can neither be changed nor given a new token. */
const expired = (stage: Stage) => create(stage, { expiry_date: "2020-01-01T00:00:00.000Z" });

const ofNobody: Scenario["refused"] = {
  with: () => ({ parameters: { service_user_id: nobody } }),
  kind: "notFound",
  text: /Service user with id '0{8}-.*' does not exist/,
};

testOperations(
  { platform: "ubiops" },
  {
    service_users_create: {
      good: ({ fresh }) => ({ body: { name: fresh(), expiry_date: "2031-01-01T00:00:00.000Z" } }),
      shows(answer, { body }) {
        assert.match(textOf(answer, "token"), /^[0-9a-f]{40}$/);
        assert.equal(textOf(answer, "name"), textOf(body, "name"));
        assert.match(textOf(answer, "email"), /@serviceuser\.ubiops\.com$/);
        assert.equal(textOf(answer, "expiry_date"), "2031-01-01T00:00:00.000+00:00");
      },
      refused: {
        with: () => ({ body: { name: "" } }),
        kind: "invalid",
        text: /name: This field may not be blank/,
      },
    },
    service_users_list: {
      good: async (stage) => {
        await create(stage);
        return {};
      },
      shows(answer) {
        assert.ok(listOf(answer).length > 8);
        assert.ok(listOf(answer).every((user) => !("token" in user)));
      },
      refused: {
        with: () => ({ parameters: { project_name: "nowhere" } }),
        kind: "notFound",
        text: /Project with name 'nowhere' does not exist/,
      },
    },
    service_users_get: {
      good: async (stage) => ({ parameters: { service_user_id: await create(stage) } }),
      shows(answer, { parameters }) {
        assert.equal(fieldsOf(answer).id, parameters?.service_user_id);
        assert.equal(fieldsOf(answer).expiry_date, null);
      },
      refused: ofNobody,
    },
    service_users_update: {
      good: async (stage) => ({
        parameters: { service_user_id: await create(stage, { expiry_date: "2031-01-01T00:00:00.000Z" }) },
        body: { name: "renamed", expiry_date: null },
      }),
      shows(answer) {
        assert.equal(fieldsOf(answer).name, "renamed");
        assert.equal(fieldsOf(answer).expiry_date, null);
      },
      refused: {
        with: async (stage) => ({
          parameters: { service_user_id: await expired(stage) },
          body: { name: "late" },
        }),
        kind: "invalid",
        text: /expiry date .* has been reached/,
      },
    },
    service_users_delete: {
      good: async (stage) => ({ parameters: { service_user_id: await create(stage) } }),
      async shows(answer, { parameters }, { call }) {
        assert.equal(answer, undefined);
        await assert.rejects(call("service_users_get", { parameters: { ...parameters } }), {
          kind: "notFound",
        });
      },
      refused: ofNobody,
    },
    service_users_token: {
      good: async (stage) => ({ parameters: { service_user_id: await create(stage) } }),
      shows: (answer) => assert.match(textOf(answer, "token"), /^[0-9a-f]{40}$/),
      refused: {
        with: async (stage) => ({ parameters: { service_user_id: await expired(stage) } }),
        kind: "invalid",
        text: /expiry date .* has been reached/,
      },
    },
  },
);

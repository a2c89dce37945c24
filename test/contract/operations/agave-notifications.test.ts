import assert from "node:assert/strict";
import { showsNothing } from "./permissions.ts";
import { fieldsOf, listOf, type Scenario, type Stage, testOperations, textOf } from "./scenario.ts";

const url = "http://127.0.0.1:1/hook";

/** A notification about metadata of one's own. */
async function describe({
  call,
  fresh,
}: Stage): Promise<{ url: string; event: string; associatedUuid: string }> {
  const metadata = await call("meta.addMetadata", { body: { name: fresh(), value: 1 } });
  return { url, event: "UPDATED", associatedUuid: textOf(metadata, "uuid") };
}

async function add(stage: Stage): Promise<{ uuid: string; associatedUuid: string }> {
  const body = { ...(await describe(stage)), persistent: true };
  return {
    uuid: textOf(await stage.call("notifications.add", { body }), "id"),
    associatedUuid: body.associatedUuid,
  };
}

const noNotification: Scenario["refused"] = {
  with: () => ({ parameters: { uuid: "0001000000000000-0000000000000000-0001-011" } }),
  kind: "notFound",
  text: /notification/i,
};

testOperations(
  { platform: "agave", service: "notifications" },
  {
    "notifications.add": {
      good: async (stage) => ({ body: await describe(stage) }),
      shows(answer, { body }) {
        assert.match(textOf(answer, "id"), /-011$/);
        const { event, associatedUuid, policy } = fieldsOf(answer);
        assert.deepEqual([event, associatedUuid], [textOf(body, "event"), textOf(body, "associatedUuid")]);
        assert.ok(fieldsOf(policy).retryStrategyType !== undefined);
      },
      refused: {
        with: async (stage) => {
          const { event: _, ...withoutEvent } = await describe(stage);
          return { body: withoutEvent };
        },
        kind: "invalid",
        text: /event/i,
      },
    },
    "notifications.list": {
      good: async (stage) => ({ parameters: { associatedUuid: (await add(stage)).associatedUuid } }),
      shows(answer, { parameters }) {
        assert.deepEqual(
          listOf(answer).map(({ associatedUuid }) => associatedUuid),
          [parameters?.associatedUuid],
        );
      },
      refused: { who: "wrong", with: () => ({}), kind: "unauthorised", text: /Invalid Credentials/ },
    },
    "notifications.get": {
      good: async (stage) => ({ parameters: { uuid: (await add(stage)).uuid } }),
      shows: (answer, { parameters }) => assert.equal(textOf(answer, "id"), parameters?.uuid),
      refused: noNotification,
    },
    "notifications.update": {
      good: async (stage) => {
        const { uuid, associatedUuid } = await add(stage);
        return { parameters: { uuid }, body: { url, event: "DELETED", associatedUuid } };
      },
      shows: (answer) => assert.equal(textOf(answer, "event"), "DELETED"),
      refused: {
        with: async (stage) => {
          const { uuid, associatedUuid } = await add(stage);
          return { parameters: { uuid }, body: { url, event: "DELETED", associatedUuid, colour: "red" } };
        },
        kind: "invalid",
        text: /colour/,
      },
    },
    "notifications.delete": {
      good: async (stage) => ({ parameters: { uuid: (await add(stage)).uuid } }),
      async shows(answer, { parameters }, { call }) {
        showsNothing(answer);
        await assert.rejects(call("notifications.get", { parameters: { ...parameters } }), {
          kind: "notFound",
        });
      },
      refused: noNotification,
    },
  },
);

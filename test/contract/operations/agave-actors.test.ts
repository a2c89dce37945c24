import assert from "node:assert/strict";
import { otherUser, showsNothing } from "./permissions.ts";
import { fieldsOf, listOf, type Scenario, type Stage, testOperations, textOf } from "./scenario.ts";

const describe = (name: string) => ({ image: "example/wordcount:1.0", name, stateless: false });

async function add({ call, fresh }: Stage): Promise<{ actorId: string }> {
  return { actorId: textOf(await call("actors.add", { body: describe(fresh()) }), "id") };
}

async function nonce(stage: Stage): Promise<{ actorId: string; nonceId: string }> {
  const parameters = await add(stage);
  const made = await stage.call("actors.addNonce", { parameters, body: { level: "READ", maxUses: 3 } });
  return { ...parameters, nonceId: textOf(made, "id") };
}

async function worker(stage: Stage): Promise<{ actorId: string; workerId: string }> {
  const parameters = await add(stage);
  await stage.call("actors.addWorker", { parameters, body: { num: 1 } }, "admin");
  const [made] = listOf(await stage.call("actors.listWorkers", { parameters }));
  return { ...parameters, workerId: textOf(made, "id") };
}

/** An execution that is complete; it goes a step on each time somebody looks. */
async function execution(stage: Stage): Promise<{ actorId: string; executionId: string }> {
  const actor = await add(stage);
  const sent = await stage.call("actors.sendMessage", {
    parameters: actor,
    body: { message: "count the words" },
  });
  const parameters = { ...actor, executionId: textOf(sent, "executionId") };
  for (let look = 0; look < 60; look += 1) {
    const { status } = fieldsOf(await stage.call("actors.getExecution", { parameters }));
    if (status === "COMPLETE") return parameters;
    await stage.call("actors.list");
  }
  throw new Error("The execution did not complete.");
}

const noActor: Scenario["refused"] = {
  with: () => ({ parameters: { actorId: "NoSuchActor" } }),
  kind: "notFound",
  text: /^Actor with identifier 'NoSuchActor' not found$/,
};
const noActorFor = (more: object, body?: unknown): Scenario["refused"] => ({
  ...noActor,
  with: () => ({ parameters: { actorId: "NoSuchActor", ...more }, body }),
});

/** Something of an actor that is not there, by the parameter that names it. */
const nothing = (parameter: string, text: RegExp): Scenario["refused"] => ({
  with: async (stage) => ({ parameters: { ...(await add(stage)), [parameter]: "nothing" } }),
  kind: "notFound",
  text,
});

testOperations(
  { platform: "agave", service: "actors" },
  {
    "actors.add": {
      good: ({ fresh }) => ({ body: describe(fresh()) }),
      shows(answer, { body }) {
        assert.deepEqual(
          [textOf(answer, "status"), textOf(answer, "name")],
          ["SUBMITTED", textOf(body, "name")],
        );
      },
      refused: {
        with: ({ fresh }) => ({ body: { name: fresh() } }),
        kind: "invalid",
        text: /^Invalid actor description: image: /,
      },
    },
    "actors.list": {
      good: async (stage) => {
        await add(stage);
        return { parameters: { limit: 2, offset: 1 } };
      },
      shows: (answer) => assert.ok(listOf(answer).length > 0 && listOf(answer).length <= 2),
      refused: { who: "wrong", with: () => ({}), kind: "unauthorised", text: /Invalid Credentials/ },
    },
    "actors.get": {
      good: async (stage) => ({ parameters: await add(stage) }),
      shows: (answer, { parameters }) => assert.equal(textOf(answer, "id"), parameters?.actorId),
      refused: {
        who: "colleague",
        with: async (stage) => ({ parameters: await add(stage) }),
        kind: "forbidden",
        text: /sufficient access/,
      },
    },
    "actors.update": {
      good: async (stage) => ({
        parameters: await add(stage),
        body: { image: "example/wordcount:2.0", stateless: false, description: "Counts more" },
      }),
      shows(answer) {
        assert.deepEqual(
          [textOf(answer, "image"), textOf(answer, "description")],
          ["example/wordcount:2.0", "Counts more"],
        );
      },
      refused: {
        with: async (stage) => ({
          parameters: await add(stage),
          body: { image: "example/wordcount:2.0", stateless: true },
        }),
        kind: "invalid",
        text: /stateful cannot be updated to be stateless/,
      },
    },
    "actors.delete": {
      good: async (stage) => ({ parameters: await add(stage) }),
      async shows(answer, { parameters }, { call }) {
        showsNothing(answer);
        await assert.rejects(call("actors.get", { parameters: { ...parameters } }), { kind: "notFound" });
      },
      refused: noActor,
    },
    "actors.getMessages": {
      good: async (stage) => ({ parameters: await add(stage) }),
      shows: (answer) => assert.equal(fieldsOf(answer).messages, 0),
      refused: noActor,
    },
    "actors.sendMessage": {
      good: async (stage) => ({
        parameters: { ...(await add(stage)), environment: { LANG: "en", NAME: "a b" } },
        body: { message: "count the words" },
      }),
      shows(answer) {
        assert.equal(textOf(answer, "msg"), "count the words");
        assert.notEqual(textOf(answer, "executionId"), "");
      },
      refused: {
        with: async (stage) => ({ parameters: await add(stage), body: { message: "" } }),
        kind: "invalid",
        text: /^Invalid message: the message is required/,
      },
    },
    "actors.sendBinaryMessage": {
      good: async (stage) => ({ parameters: await add(stage), body: Uint8Array.of(0, 255, 10, 13) }),
      shows: (answer) => assert.notEqual(textOf(answer, "executionId"), ""),
      refused: noActorFor({}, Uint8Array.of(1)),
    },
    "actors.getState": {
      good: async (stage) => {
        const parameters = await add(stage);
        await stage.call("actors.updateState", { parameters, body: { count: 7 } });
        return { parameters };
      },
      shows: (answer) => assert.deepEqual(fieldsOf(answer).state ?? answer, { count: 7 }),
      refused: noActor,
    },
    "actors.updateState": {
      good: async (stage) => ({ parameters: await add(stage), body: { last_run: "2030-01-01" } }),
      shows: (answer, { parameters }) => assert.equal(textOf(answer, "id"), parameters?.actorId),
      refused: noActorFor({}, { count: 7 }),
    },
    "actors.getPermissions": {
      good: async (stage) => ({ parameters: await add(stage) }),
      shows: (answer, _args, { sandbox }) =>
        assert.deepEqual(answer, { [sandbox.endpoints.agave.username]: "UPDATE" }),
      refused: noActor,
    },
    "actors.updatePermissions": {
      good: async (stage) => ({
        parameters: await add(stage),
        body: { user: await otherUser(stage), level: "READ" },
      }),
      shows: (answer, { body }) => assert.equal(textOf(answer, textOf(body, "user")), "READ"),
      refused: {
        with: async (stage) => ({
          parameters: await add(stage),
          body: { user: await otherUser(stage), level: "EVERYTHING" },
        }),
        kind: "invalid",
        text: /level|EVERYTHING/i,
      },
    },
    "actors.addWorker": {
      who: "admin",
      good: async (stage) => ({ parameters: await add(stage), body: { num: 2 } }),
      async shows(answer, { parameters }, { call }) {
        showsNothing(answer);
        assert.equal(listOf(await call("actors.listWorkers", { parameters: { ...parameters } })).length, 2);
      },
      refused: {
        who: "usual",
        with: async (stage) => ({ parameters: await add(stage), body: { num: 2 } }),
        kind: "forbidden",
        text: /only administrators can change workers/,
      },
    },
    "actors.listWorkers": {
      good: async (stage) => ({ parameters: { actorId: (await worker(stage)).actorId } }),
      shows: (answer) => assert.equal(listOf(answer).length, 1),
      refused: noActor,
    },
    "actors.getWorker": {
      good: async (stage) => ({ parameters: await worker(stage) }),
      shows: (answer, { parameters }) => assert.equal(textOf(answer, "id"), parameters?.workerId),
      refused: nothing("workerId", /No worker found with id nothing/),
    },
    "actors.deleteWorker": {
      who: "admin",
      good: async (stage) => ({ parameters: await worker(stage) }),
      shows: showsNothing,
      refused: nothing("workerId", /No worker found with id nothing/),
    },
    "actors.addNonce": {
      good: async (stage) => ({ parameters: await add(stage), body: { level: "READ", maxUses: 3 } }),
      shows(answer) {
        const { level, maxUses, remainingUses } = fieldsOf(answer);
        assert.deepEqual([level, maxUses, remainingUses], ["READ", 3, 3]);
      },
      refused: {
        with: async (stage) => ({ parameters: await add(stage), body: { level: "EVERYTHING" } }),
        kind: "invalid",
        text: /Invalid nonce level: EVERYTHING/,
      },
    },
    "actors.listNonces": {
      good: async (stage) => ({ parameters: { actorId: (await nonce(stage)).actorId } }),
      shows: (answer) => assert.equal(listOf(answer).length, 1),
      refused: noActor,
    },
    "actors.getNonce": {
      good: async (stage) => ({ parameters: await nonce(stage) }),
      shows: (answer, { parameters }) => assert.equal(textOf(answer, "id"), parameters?.nonceId),
      refused: nothing("nonceId", /No nonce found with id nothing/),
    },
    "actors.deleteNonce": {
      good: async (stage) => ({ parameters: await nonce(stage) }),
      shows: showsNothing,
      refused: nothing("nonceId", /No nonce found with id nothing/),
    },
    "actors.listExecutions": {
      good: async (stage) => ({ parameters: { actorId: (await execution(stage)).actorId } }),
      shows(answer) {
        assert.equal(listOf(fieldsOf(answer).executions).length, 1);
        assert.equal(fieldsOf(answer).totalExecutions, 1);
      },
      refused: noActor,
    },
    "actors.getExecution": {
      good: async (stage) => ({ parameters: await execution(stage) }),
      shows: (answer) => assert.equal(textOf(answer, "status"), "COMPLETE"),
      refused: nothing("executionId", /No executions found .* execution id of nothing/),
    },
    "actors.getOneExecutionResult": {
      good: async (stage) => ({ parameters: await execution(stage) }),
      async shows(answer, { parameters }, { call }) {
        assert.ok(answer instanceof Uint8Array && answer.length > 0);
        const next = await call("actors.getOneExecutionResult", { parameters: { ...parameters } });
        assert.ok(next === undefined || next instanceof Uint8Array);
      },
      refused: noActorFor({ executionId: "nothing" }),
    },
    "actors.getExecutionLogs": {
      good: async (stage) => ({ parameters: await execution(stage) }),
      shows: (answer) => assert.equal(typeof fieldsOf(answer).logs, "string"),
      refused: noActorFor({ executionId: "nothing" }),
    },
  },
);

import assert from "node:assert/strict";
import { type CallArguments, fieldsOf, listOf, type Scenario, type Stage, textOf } from "./scenario.ts";

/** Somebody who is neither the signed-in user nor the administrator. */
export async function otherUser({ call, sandbox }: Stage): Promise<string> {
  const me = textOf(await call("profiles.get"), "username");
  const other = sandbox
    .state()
    .agave.profiles.filter(({ username }) => username !== me)
    .at(7);
  assert.ok(other);
  return other.username;
}

/** An answer that tells no more than that it is done. */
export function showsNothing(answer: unknown): void {
  assert.equal(answer, undefined);
}

/** The names of the six operations on permissions of a resource. */
export interface PermissionOperations {
  readonly list: string;
  readonly grant: string;
  readonly withdraw: string;
  readonly listForUser: string;
  readonly grantForUser: string;
  readonly withdrawForUser: string;
}

interface Shared {
  readonly names: PermissionOperations;
  /** Makes a resource and answers the parameter that names it. */
  readonly make: (stage: Stage) => Promise<NonNullable<CallArguments["parameters"]>>;
  /** What an unknown resource is named by, and how it is refused. */
  readonly unknown: Omit<Scenario["refused"], "with"> & {
    readonly parameters: NonNullable<CallArguments["parameters"]>;
  };
}

/** The scenarios of the operations on permissions, which are alike on all resources that can be shared. */
export function permissionScenarios({ names, make, unknown }: Shared): Record<string, Scenario> {
  const { parameters: nowhere, ...refusal } = unknown;
  const body = { permission: "READ" };
  const granted = async (stage: Stage) => {
    const parameters = await make(stage);
    const username = await otherUser(stage);
    await stage.call(names.grant, { parameters, body: { username, ...body } });
    return { parameters, username };
  };
  const showsGrant = (answer: unknown, username: unknown) => {
    const result = answer;
    const [pem] = listOf(Array.isArray(result) ? result : [result]);
    assert.equal(pem?.username, username);
    assert.deepEqual([fieldsOf(pem?.permission).read, fieldsOf(pem?.permission).write], [true, false]);
  };
  return {
    [names.list]: {
      good: async (stage) => ({ parameters: (await granted(stage)).parameters }),
      shows: (answer) => assert.equal(listOf(answer).length, 2),
      refused: { ...refusal, with: () => ({ parameters: nowhere }) },
    },
    [names.grant]: {
      good: async (stage) => ({
        parameters: await make(stage),
        body: { username: await otherUser(stage), ...body },
      }),
      shows: (answer, { body: sent }) => showsGrant(answer, textOf(sent, "username")),
      refused: {
        with: async (stage) => ({
          parameters: await make(stage),
          body: { username: await otherUser(stage), permission: "EVERYTHING" },
        }),
        kind: "invalid",
        text: /permission/i,
      },
    },
    [names.withdraw]: {
      good: async (stage) => ({ parameters: (await granted(stage)).parameters }),
      async shows(answer, { parameters }, { call }) {
        showsNothing(answer);
        const left = await call(names.list, { parameters: { ...parameters } });
        assert.equal(listOf(left).length, 1);
      },
      refused: { ...refusal, with: () => ({ parameters: nowhere }) },
    },
    [names.listForUser]: {
      good: async (stage) => {
        const { parameters, username } = await granted(stage);
        return { parameters: { ...parameters, username } };
      },
      shows: (answer, { parameters }) => showsGrant(answer, parameters?.username),
      refused: { ...refusal, with: () => ({ parameters: { ...nowhere, username: "nobody" } }) },
    },
    [names.grantForUser]: {
      good: async (stage) => ({
        parameters: { ...(await make(stage)), username: await otherUser(stage) },
        body,
      }),
      shows: (answer, { parameters }) => showsGrant(answer, parameters?.username),
      refused: {
        with: async (stage) => ({
          parameters: { ...(await make(stage)), username: await otherUser(stage) },
          body: { username: "somebody-else", ...body },
        }),
        kind: "invalid",
        text: /username/i,
      },
    },
    [names.withdrawForUser]: {
      good: async (stage) => {
        const { parameters, username } = await granted(stage);
        return { parameters: { ...parameters, username } };
      },
      async shows(answer, { parameters }, { call }) {
        showsNothing(answer);
        const { username: _, ...resource } = parameters ?? {};
        assert.equal(listOf(await call(names.list, { parameters: resource })).length, 1);
      },
      refused: { ...refusal, with: () => ({ parameters: { ...nowhere, username: "nobody" } }) },
    },
  };
}

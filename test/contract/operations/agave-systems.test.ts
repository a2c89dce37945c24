import assert from "node:assert/strict";
import { otherUser, showsNothing } from "./permissions.ts";
import { fieldsOf, listOf, type Scenario, type Stage, testOperations, textOf } from "./scenario.ts";

const internalUsername = "lab-robot";

const describe = (id: string) => ({
  id,
  name: `The system ${id}`,
  type: "STORAGE",
  site: "example.org",
  storage: {
    host: "storage.example.org",
    port: 22,
    protocol: "SFTP",
    rootDir: "/",
    homeDir: "/home",
    auth: { type: "PASSWORD", username: "agave", password: "secret" },
  },
});

const credential = {
  type: "PASSWORD",
  username: "agave",
  password: "secret",
  server: { name: "MyProxy", endpoint: "myproxy.example.org", port: 7512, protocol: "MYPROXY" },
};

async function add({ call, fresh }: Stage): Promise<{ systemId: string }> {
  return { systemId: textOf(await call("systems.add", { body: describe(`${fresh()}.storage`) }), "id") };
}

/** A system on which somebody else has a role. */
async function shared(stage: Stage): Promise<{ systemId: string; username: string }> {
  const system = await add(stage);
  const username = await otherUser(stage);
  await stage.call("systems.updateRole", { parameters: system, body: { username, role: "USER" } });
  return { ...system, username };
}

const noSystem: Scenario["refused"] = {
  with: () => ({ parameters: { systemId: "no.such.system" } }),
  kind: "notFound",
  text: /^No system found with id no\.such\.system$/,
};
const noSystemFor = (parameters: object, body?: unknown): Scenario["refused"] => ({
  ...noSystem,
  with: () => ({ parameters: { systemId: "no.such.system", ...parameters }, body }),
});

const showsRole: Scenario["shows"] = (answer, { parameters, body }) => {
  const { username, role } = fieldsOf(answer);
  assert.equal(role, "USER");
  assert.equal(username, parameters?.username ?? textOf(body, "username"));
};

type Place = Readonly<Record<string, string>>;

/** The three operations on credentials, which are alike at each of their three places. */
function credentialScenarios(suffix: string, place: Place): Record<string, Scenario> {
  const store = async (stage: Stage) => {
    const parameters = { ...(await add(stage)), ...place };
    await stage.call(`systems.updateCredentials${suffix}`, { parameters, body: credential });
    return { parameters };
  };
  return {
    [`systems.updateCredentials${suffix}`]: {
      good: async (stage) => ({ parameters: { ...(await add(stage)), ...place }, body: credential }),
      shows: showsNothing,
      refused: {
        with: async (stage) => ({
          parameters: { ...(await add(stage)), ...place },
          body: { ...credential, type: "HANDSHAKE" },
        }),
        kind: "invalid",
        text: /Invalid credential type: HANDSHAKE/,
      },
    },
    [`systems.listCredentials${suffix}`]: {
      good: store,
      shows(answer) {
        const [stored] = listOf(answer);
        assert.deepEqual([stored?.type, stored?.username], ["PASSWORD", "agave"]);
        assert.ok(!JSON.stringify(stored).includes("secret"));
      },
      refused: noSystemFor(place),
    },
    [`systems.deleteCredentials${suffix}`]: { good: store, shows: showsNothing, refused: noSystemFor(place) },
  };
}

testOperations(
  { platform: "agave", service: "systems" },
  {
    "systems.add": {
      good: ({ fresh }) => ({ body: describe(`${fresh()}.storage`) }),
      shows(answer, { body }) {
        assert.equal(textOf(answer, "id"), textOf(body, "id"));
        assert.ok(!JSON.stringify(answer).includes("secret"));
      },
      refused: {
        with: ({ fresh }) => ({ body: { ...describe(`${fresh()}.storage`), type: "DRAWER" } }),
        kind: "invalid",
        text: /Invalid type: "DRAWER"/,
      },
    },
    "systems.list": {
      good: () => ({ parameters: { type: "STORAGE", limit: 3, search: { "name.like": "*imaging*" } } }),
      shows(answer) {
        const systems = listOf(answer);
        assert.ok(
          systems.length > 0 &&
            systems.every(({ type, name }) => type === "STORAGE" && /imaging/i.test(String(name))),
        );
      },
      refused: {
        with: () => ({ parameters: { search: { "public.like": "x" } } }),
        kind: "invalid",
        text: /public/i,
      },
    },
    "systems.get": {
      good: async (stage) => ({ parameters: await add(stage) }),
      shows: (answer, { parameters }) => assert.equal(textOf(answer, "id"), parameters?.systemId),
      refused: noSystem,
    },
    "systems.update": {
      good: async (stage) => {
        const parameters = await add(stage);
        return { parameters, body: { ...describe(parameters.systemId), name: "renamed" } };
      },
      shows: (answer) => assert.equal(textOf(answer, "name"), "renamed"),
      refused: {
        with: async (stage) => ({ parameters: await add(stage), body: describe("another.system") }),
        kind: "invalid",
        text: /id/i,
      },
    },
    "systems.manage": {
      good: async (stage) => ({
        parameters: await add(stage),
        body: { action: "CLONE", id: `${stage.fresh()}.clone` },
      }),
      shows: (answer, { body }) => assert.equal(textOf(answer, "id"), textOf(body, "id")),
      refused: {
        with: async (stage) => ({ parameters: await add(stage), body: { action: "publish" } }),
        kind: "forbidden",
        text: /sufficient privileges to publish/,
      },
    },
    "systems.delete": {
      good: async (stage) => ({ parameters: await add(stage) }),
      async shows(answer, { parameters }, { call }) {
        showsNothing(answer);
        await assert.rejects(call("systems.get", { parameters: { ...parameters } }), { kind: "notFound" });
      },
      refused: noSystem,
    },
    "systems.updateRole": {
      good: async (stage) => ({
        parameters: await add(stage),
        body: { username: await otherUser(stage), role: "USER" },
      }),
      shows: showsRole,
      refused: {
        with: async (stage) => ({
          parameters: await add(stage),
          body: { username: await otherUser(stage), role: "KING" },
        }),
        kind: "invalid",
        text: /Invalid role: KING/,
      },
    },
    "systems.listRoles": {
      good: async (stage) => ({ parameters: { systemId: (await shared(stage)).systemId } }),
      shows: (answer) =>
        assert.deepEqual(
          listOf(answer).map(({ role }) => role),
          ["OWNER", "USER"],
        ),
      refused: noSystem,
    },
    "systems.deleteRoles": {
      good: async (stage) => ({ parameters: { systemId: (await shared(stage)).systemId } }),
      async shows(answer, { parameters }, { call }) {
        showsNothing(answer);
        assert.equal(listOf(await call("systems.listRoles", { parameters: { ...parameters } })).length, 1);
      },
      refused: noSystem,
    },
    "systems.updateRoleForUser": {
      good: async (stage) => ({
        parameters: { ...(await add(stage)), username: await otherUser(stage) },
        body: { role: "USER" },
      }),
      shows: showsRole,
      refused: {
        with: async (stage) => ({
          parameters: { ...(await add(stage)), username: await otherUser(stage) },
          body: { username: "somebody-else", role: "USER" },
        }),
        kind: "invalid",
        text: /username in the body does not match/,
      },
    },
    "systems.getRoleForUser": {
      good: async (stage) => ({ parameters: await shared(stage) }),
      shows: showsRole,
      refused: {
        with: async (stage) => ({ parameters: { ...(await add(stage)), username: await otherUser(stage) } }),
        kind: "notFound",
        text: /No role found for user/,
      },
    },
    "systems.deleteRoleForUser": {
      good: async (stage) => ({ parameters: await shared(stage) }),
      shows: showsNothing,
      refused: noSystemFor({ username: "nobody" }),
    },
    ...credentialScenarios("", {}),
    ...credentialScenarios("ForInternalUser", { internalUsername }),
    ...credentialScenarios("ForInternalUserByType", { internalUsername, credentialType: "PASSWORD" }),
  },
);

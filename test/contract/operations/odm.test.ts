import assert from "node:assert/strict";
import { fieldsOf, listOf, type Scenario, type Stage, testOperations, textOf } from "./scenario.ts";

const patchSchema = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
const patchOf = (...Operations: readonly object[]) => ({ schemas: [patchSchema], Operations });

const userOf = (name: string) => ({
  userName: name,
  displayName: `The user ${name}`,
  active: true,
  emails: [{ type: "work", value: `${name}@example.org`, primary: true }],
});

async function createUser({ call, fresh }: Stage): Promise<string> {
  return textOf(await call("create_user", { body: userOf(fresh()) }), "id");
}

async function createGroup({ call, fresh }: Stage): Promise<string> {
  return textOf(await call("create_group", { body: { displayName: fresh() } }), "id");
}

const noSuchUser: Scenario["refused"] = {
  with: () => ({ parameters: { id: "99999999" } }),
  kind: "notFound",
  text: /There are no (?:available )?users|no users with the specified id/i,
};

const noSuchGroup: Scenario["refused"] = {
  with: () => ({ parameters: { id: "99999999" } }),
  kind: "notFound",
  text: /There are no groups with the specified id/,
};

testOperations(
  { platform: "odm" },
  {
    find_users: {
      good: ({ sandbox }) => {
        const user = sandbox.state().odm.users.find(({ active }) => active);
        return { parameters: { filter: `USERNAME EQ "${user?.userName}"`, count: 5 } };
      },
      shows(answer, { parameters }) {
        const [user, ...others] = listOf(fieldsOf(answer).resources);
        assert.equal(others.length, 0);
        assert.ok(String(parameters?.filter).includes(String(user?.userName)));
        assert.equal(fieldsOf(answer).total, 1);
      },
      refused: {
        with: () => ({ parameters: { filter: 'userName sw "a"' } }),
        kind: "invalid",
        text: /sw|filter/i,
      },
    },
    get_user: {
      good: async (stage) => ({ parameters: { id: await createUser(stage) } }),
      shows: (answer, { parameters }) => assert.equal(fieldsOf(answer).id, parameters?.id),
      refused: noSuchUser,
    },
    create_user: {
      good: ({ fresh }) => ({ body: userOf(fresh()) }),
      shows(answer, { body }) {
        assert.match(textOf(answer, "id"), /^\d+$/);
        assert.equal(textOf(answer, "displayName"), textOf(body, "displayName"));
        assert.deepEqual(Object.keys(fieldsOf(fieldsOf(answer).meta)).sort(), [
          "created",
          "lastModified",
          "resourceType",
        ]);
      },
      refused: {
        with: ({ fresh }) => ({ body: { ...userOf(fresh()), emails: [] } }),
        kind: "invalid",
        text: /emails/,
      },
    },
    patch_user: {
      good: async (stage) => ({
        parameters: { id: await createUser(stage) },
        body: patchOf(
          { op: "replace", path: "displayName", value: "Renamed" },
          { op: "replace", value: { active: false } },
        ),
      }),
      async shows(answer, { parameters }, { call }) {
        assert.deepEqual([fieldsOf(answer).displayName, fieldsOf(answer).active], ["Renamed", false]);
        await assert.rejects(call("get_user", { parameters: { id: parameters?.id } }), { kind: "notFound" });
      },
      refused: {
        with: async (stage) => ({
          parameters: { id: await createUser(stage) },
          body: patchOf({ op: "replace", value: { emails: [{ type: "work", value: "other@example.org" }] } }),
        }),
        kind: "invalid",
        text: /emails/,
      },
    },
    delete_user: {
      good: async (stage) => ({ parameters: { id: await createUser(stage) } }),
      async shows(answer, { parameters }, { call }) {
        assert.equal(answer, undefined);
        await assert.rejects(call("get_user", { parameters: { id: parameters?.id } }), { kind: "notFound" });
      },
      refused: {
        ...noSuchUser,
        who: "member",
        kind: "forbidden",
        text: /"Manage organization" permission is required/,
      },
    },
    find_groups: {
      good: () => ({
        parameters: { filter: 'displayName eq "Genomics laboratory"', excludedAttributes: "members" },
      }),
      shows(answer) {
        const [group] = listOf(fieldsOf(answer).resources);
        assert.equal(group?.displayName, "Genomics laboratory");
        assert.ok(group && !("members" in group));
      },
      refused: {
        with: () => ({ parameters: { filter: 'externalId eq "x"' } }),
        kind: "invalid",
        text: /externalId|filter/i,
      },
    },
    get_group: {
      good: async (stage) => ({ parameters: { id: await createGroup(stage) } }),
      shows: (answer, { parameters }) => assert.equal(fieldsOf(answer).id, parameters?.id),
      refused: noSuchGroup,
    },
    create_group: {
      good: ({ fresh }) => ({ body: { displayName: fresh() } }),
      shows: (answer, { body }) => assert.equal(textOf(answer, "displayName"), textOf(body, "displayName")),
      refused: {
        with: ({ fresh, sandbox }) => ({
          body: { displayName: fresh(), members: [{ value: sandbox.state().odm.users[0]?.id, $ref: "x" }] },
        }),
        kind: "invalid",
        text: /members/,
      },
    },
    patch_group: {
      good: async (stage) => ({
        parameters: { id: await createGroup(stage) },
        body: patchOf({ op: "replace", path: "displayName", value: "Renamed" }),
      }),
      async shows(answer, { parameters }, { call }) {
        assert.equal(answer, undefined);
        const group = await call("get_group", { parameters: { id: parameters?.id } });
        assert.equal(textOf(group, "displayName"), "Renamed");
      },
      refused: {
        ...noSuchGroup,
        with: () => ({
          parameters: { id: "99999999" },
          body: patchOf({ op: "replace", path: "displayName", value: "Renamed" }),
        }),
      },
    },
    delete_group: {
      good: async (stage) => ({ parameters: { id: await createGroup(stage) } }),
      async shows(answer, { parameters }, { call }) {
        assert.equal(answer, undefined);
        await assert.rejects(call("get_group", { parameters: { id: parameters?.id } }), { kind: "notFound" });
      },
      refused: noSuchGroup,
    },
  },
);

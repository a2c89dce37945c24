import assert from "node:assert/strict";
import { test } from "node:test";
import { platforms } from "../../../src/platforms/all.ts";
import { allOperations } from "../../../src/platforms/operations.ts";
import type { PlatformKind } from "../../../src/platforms/settings.ts";

function unwrapped(platform: PlatformKind, name: string, answer: unknown): unknown {
  const row = allOperations().find((each) => each.platform === platform && each.operation.name === name);
  assert.ok(row, name);
  const read = platforms[platform].unwrap(row.operation, answer);
  return "data" in read ? read.data : `came: ${read.came}`;
}

const agave = (name: string, result?: unknown) =>
  unwrapped("agave", name, {
    status: "success",
    message: null,
    version: "2.2.27",
    ...(result === undefined ? {} : { result }),
  });

test("answers in no envelope are told as what they are", () => {
  assert.equal(unwrapped("agave", "apps.list", []), "came: a list instead of its envelope");
  assert.equal(unwrapped("agave", "apps.list", undefined), "came: nothing instead of its envelope");
  assert.equal(
    unwrapped("agave", "apps.list", { status: "error", message: "no", version: "2" }),
    "came: an error under a status of success: no",
  );
  assert.equal(agave("apps.list", "x"), "came: a string instead of a list");
  assert.equal(
    unwrapped("osparc", "services_get", { data: {} }),
    "came: an object without the expected fields instead of a list",
  );
  assert.equal(
    unwrapped("osparc", "services_get", { data: null }),
    "came: an object without the expected fields instead of its data",
  );
  assert.equal(
    unwrapped("osparc", "services_by_key_version_get", { data: [] }),
    "came: a list instead of an object",
  );
  assert.equal(
    unwrapped("ubiops", "service_users_list", { results: [] }),
    "came: an object without the expected fields instead of a list",
  );
  assert.equal(unwrapped("ubiops", "service_users_token", {}), "came: no token");
  assert.equal(
    unwrapped("odm", "find_users", {}),
    "came: an object without the expected fields instead of a list",
  );
  assert.equal(
    unwrapped("astakos", "get_services", {}),
    "came: an object without the expected fields instead of a list",
  );
});

test("an absent result is an empty list where a list was asked for, and nothing elsewhere", () => {
  assert.deepEqual(agave("apps.list"), []);
  assert.equal(agave("apps.delete"), undefined);
  assert.equal(agave("actors.deleteWorker", null), undefined);
});

test("a list of one is the one where one was asked for", () => {
  const role = { username: "mlopez", role: "USER" };
  for (const name of ["systems.updateRole", "systems.updateRoleForUser", "systems.getRoleForUser"]) {
    assert.deepEqual(agave(name, [role]), role, name);
    assert.deepEqual(agave(name, role), role, name);
  }
  const permission = { username: "mlopez", permission: { read: true, write: false } };
  for (const name of [
    "files.updatePermissions",
    "apps.listPermissionsForUser",
    "jobs.listPermissionsForUser",
  ]) {
    assert.deepEqual(agave(name, [permission]), permission, name);
  }
  assert.deepEqual(agave("jobs.listPermissions", [permission]), [permission]);
});

test("Abaco's search shape is the list that is in it, in both spellings", () => {
  const found = { _metadata: { total_count: 7, count_returned: 1 }, search: [{ id: "a", create_time: "t" }] };
  assert.deepEqual(agave("actors.list", found), [{ id: "a", createTime: "t" }]);
  assert.deepEqual(agave("actors.list", [{ id: "a", createTime: "t" }]), [{ id: "a", createTime: "t" }]);
  assert.deepEqual(agave("actors.listExecutions", found), {
    totalExecutions: 7,
    executions: [{ id: "a", createTime: "t" }],
  });
  assert.deepEqual(
    agave("actors.listExecutions", {
      actor_id: "x",
      total_executions: 2,
      executions: [{ id: "e", start_time: "t" }],
    }),
    { actorId: "x", totalExecutions: 2, executions: [{ id: "e", startTime: "t" }] },
  );
});

test("names of people's own keep their spelling", () => {
  assert.deepEqual(agave("actors.getPermissions", { m_lopez: "READ" }), { m_lopez: "READ" });
  assert.deepEqual(agave("actors.getState", { state: { last_run: 1 } }), { state: { last_run: 1 } });
  assert.deepEqual(
    agave("actors.get", { id: "a", default_environment: { my_key: 1 }, _links: { self: "x" } }),
    {
      id: "a",
      defaultEnvironment: { my_key: 1 },
      _links: { self: "x" },
    },
  );
});

test("jobs of newer servers and profiles of both kinds have the document's names", () => {
  const job = {
    id: "1",
    systemId: "s",
    started: "a",
    ended: null,
    remoteQueue: "q",
    maxHours: 12.5,
    lastStatusMessage: "m",
  };
  const names = {
    executionSystem: "s",
    startTime: "a",
    endTime: null,
    batchQueue: "q",
    maxRunTime: "12:30:00",
    message: "m",
  };
  assert.deepEqual(agave("jobs.get", job), { ...job, ...names });
  assert.deepEqual(agave("jobs.get", { id: "1", executionSystem: "s" }), { id: "1", executionSystem: "s" });
  assert.deepEqual(agave("jobs.list", [{ id: "1", endTime: null }]), [{ id: "1", endTime: null }]);
  assert.deepEqual(agave("profiles.get", { username: "m", first_name: "M", create_time: "t" }), {
    username: "m",
    firstName: "M",
    createTime: "t",
  });
  assert.deepEqual(agave("notifications.get", { uuid: "1-011" }), { uuid: "1-011", id: "1-011" });
});

test("oSPARC: data without a word of errors, one version out of its list, nothing for 204", () => {
  assert.deepEqual(unwrapped("osparc", "services_get", { data: [{ key: "k" }] }), [{ key: "k" }]);
  assert.deepEqual(
    unwrapped("osparc", "services_by_key_version_get", { data: [{ key: "k" }], error: null }),
    { key: "k" },
  );
  assert.equal(unwrapped("osparc", "running_interactive_services_get", undefined), undefined);
});

test("UbiOps: bare lists, and origins as a list however they come", () => {
  const users = [
    { id: "1", allowed_cors_origins: "https://a, https://b" },
    { id: "2", allowed_cors_origins: [] },
    7,
  ];
  assert.deepEqual(unwrapped("ubiops", "service_users_list", users), [
    { id: "1", allowed_cors_origins: ["https://a", "https://b"] },
    { id: "2", allowed_cors_origins: [] },
  ]);
});

test("SCIM lists are pages with their total, and 204 is nothing", () => {
  assert.deepEqual(unwrapped("odm", "find_users", { totalResults: 2, Resources: [{ id: "1" }] }), {
    resources: [{ id: "1" }],
    total: 2,
  });
  assert.deepEqual(unwrapped("odm", "find_groups", { totalResults: 0 }), { resources: [], total: 0 });
  assert.equal(unwrapped("scim", "patch_user", undefined), undefined);
});

test("Astakos: a user in one shape, with the usage that was asked for", () => {
  const user = {
    uuid: "u",
    username: "a@x.org",
    email: "[a@x.org]",
    auth_token_created: 1359000000000,
    usage: [],
  };
  assert.deepEqual(unwrapped("astakos", "authenticate", user), {
    uuid: "u",
    displayname: "a@x.org",
    emails: ["a@x.org"],
    tokenCreated: new Date(1359000000000),
    usage: [],
  });
  assert.equal(unwrapped("astakos", "authenticate", undefined), undefined);
});

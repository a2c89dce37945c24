import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { ConnectionConfiguration } from "../../../src/config/configuration.ts";
import type { PlatformName } from "../../../src/config/platform-facts.ts";
import { Connections } from "../../../src/session/connections.ts";
import type { ProbeReport } from "../../../src/session/probe/finding.ts";
import { probe } from "../../../src/session/probe/probe.ts";
import { fakeServer, json } from "../http/server.ts";

/** What a server answers by method and path: the status, and the JSON or text. Everything else is 404. */
type Answers = Readonly<Record<string, readonly [status: number, answer: unknown]>>;

async function probed(
  t: TestContext,
  platform: PlatformName,
  answers: Answers,
  more: Partial<ConnectionConfiguration> = {},
): Promise<ProbeReport> {
  const server = await fakeServer(t, (response, { method, url }) => {
    const [status, answer] = answers[`${method} ${url.split("?")[0]}`] ?? [404, { nothing: "here" }];
    if (typeof answer !== "string") json(response, answer, status);
    else {
      response.writeHead(status, { "content-type": "text/plain" });
      response.end(answer);
    }
  });
  const settings = { name: "server", platform, url: server.url, ...more };
  const connections = new Connections(
    { file: "rollcall.jsonc", connections: { server: settings } },
    {
      configurationFile: "rollcall.jsonc",
      secrets: () => ({ read: async () => "some-token" }),
      howToSignIn: () => "Sign in.",
    },
  );
  t.after(() => connections.close());
  return probe(connections, "server", undefined);
}

function answerTo(report: ProbeReport, question: string): string {
  const finding = report.findings.find((each) => each.question === question);
  assert.ok(finding, `${question} in ${report.findings.map((each) => each.question).join(", ")}`);
  return `${finding.verdict}: ${finding.answer}`;
}

test("a SCIM server's own word on what it supports, and whether its filters fold case", async (t) => {
  const report = await probed(t, "scim", {
    "GET /Users": [200, { totalResults: 1, Resources: [{ id: "1", userName: "Ana" }] }],
    "GET /ServiceProviderConfig": [
      200,
      {
        patch: { supported: true },
        filter: { supported: true, maxResults: 200 },
        bulk: { supported: false },
      },
    ],
  });
  assert.equal(
    answerTo(report, "ServiceProviderConfig"),
    "yes: patch yes, filter yes (at most 200), sort not stated, etag not stated, bulk no, changePassword not stated",
  );
  assert.match(answerTo(report, "filters fold case"), /^yes/);
  assert.equal(report.signedIn, true);
});

test("an Astakos that has the addresses of 0.14 alone is told from the configured one", async (t) => {
  const report = await probed(t, "astakos", {
    "GET /ui/get_services": [200, []],
    "GET /im/authenticate": [401, "Invalid X-Auth-Token\n"],
  });
  assert.equal(answerTo(report, "generation of addresses"), 'no: 0.14; set "version": "0.14"');
  assert.match(answerTo(report, "signed in"), /^no: Sign in\./);
  assert.equal(report.signedIn, false);
});

test("a later oSPARC director answers in plain text and lists what runs", async (t) => {
  const report = await probed(t, "osparc", {
    "GET /": [200, "simcore_service_director.api.rest._health.health_check@2030-01-01T00:00:00"],
    "GET /services": [200, { data: [{ type: "dynamic" }, { type: "computational" }] }],
    "GET /running_interactive_services": [200, { data: [] }],
  });
  assert.match(answerTo(report, "version"), /later one/);
  assert.equal(answerTo(report, "may list services"), "yes: yes, 1 interactive and 1 computational");
  assert.match(answerTo(report, "lists running services"), /^yes/);
});

test("an Agave of classic jobs, snake case, tenants, and a role that may not change systems", async (t) => {
  const envelope = (result: unknown) => ({ status: "success", message: null, version: "2.1.0-r1", result });
  const report = await probed(t, "agave", {
    "GET /profiles/v2/me": [200, envelope({ username: "ana", firstName: "Ana" })],
    "GET /systems/v2/": [200, envelope([{ id: "cluster" }])],
    "GET /systems/v2/cluster/roles/ana": [200, envelope([{ username: "ana", role: "USER" }])],
    "GET /actors/v2": [200, envelope({ _metadata: { total_count: 0 }, search: [] })],
    "GET /jobs/v2/": [403, { status: "error", message: "Not for you", version: "2.1.0-r1" }],
    "GET /tenants": [200, envelope([{ code: "first" }, { code: "second" }])],
  });
  assert.match(answerTo(report, "version"), /2\.1\.0-r1; .*classic/);
  assert.match(answerTo(report, "spelling of profiles"), /firstName/);
  assert.match(answerTo(report, "spelling of actors"), /snake case/);
  assert.equal(answerTo(report, "may change cluster"), "no: the role is USER");
  assert.equal(answerTo(report, "may list jobs"), "no: no (403 Not for you)");
  assert.equal(answerTo(report, "tenants"), "yes: first, second");
});

test("UbiOps tells whose token it is, and what the token may not list", async (t) => {
  const report = await probed(
    t,
    "ubiops",
    {
      "GET /user": [200, { email: "ana@example.org" }],
      "GET /projects/imaging/service-users": [403, { error: "You do not have permission" }],
    },
    { project: "imaging" },
  );
  assert.equal(answerTo(report, "signed in"), "yes: ana@example.org");
  assert.equal(
    answerTo(report, "may list service users of imaging"),
    "no: no (403 You do not have permission)",
  );
});

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type OperationsPlace, openOperationsPlace } from "./operations-place.ts";

let place: OperationsPlace;
/** A second place, whose target answers with web pages: a probe of it tries again and again, so that it begins at once. */
let behindSignIn: OperationsPlace;
let pages: ReturnType<typeof probe>;
before(async () => {
  place = await openOperationsPlace();
  behindSignIn = await openOperationsPlace();
  behindSignIn.sandbox.setFaults([{ kind: "notJson", platform: "odm" }]);
  pages = probe("odm", 1, {}, behindSignIn);
  pages.catch(() => {});
});
after(async () => {
  await place.close();
  await behindSignIn.close();
});

interface Found {
  readonly verdict: string;
  readonly answer: string;
  readonly evidence: string;
}

/** What a probe found, by question. */
async function probe(
  connection: string,
  expectedCode = 0,
  environment = {},
  at = place,
): Promise<ReadonlyMap<string, Found>> {
  const { code, stdout, stderr } = await at.runWith({ environment }, "probe", connection, "--json");
  assert.equal(code, expectedCode, stderr);
  const report = JSON.parse(stdout);
  assert.equal(report.connection, connection);
  return new Map(report.findings.map((finding: Found & { question: string }) => [finding.question, finding]));
}

function found(findings: ReadonlyMap<string, Found>, question: string): string {
  const finding = findings.get(question);
  assert.ok(finding, `${question} in ${[...findings.keys()].join(", ")}`);
  assert.notEqual(finding.evidence, "");
  return `${finding.verdict}: ${finding.answer}`;
}

test("ODM: what the token may do, and the dialect", async () => {
  const findings = await probe("odm");
  assert.match(found(findings, "may list users"), /^yes: yes, \d+ of them/);
  assert.match(found(findings, "may write users"), /^yes: .*Manage organization/);
  assert.match(found(findings, "ServiceProviderConfig"), /^no/);
  assert.match(found(findings, "filters fold case"), /^(yes|no)/);
  const member = { ROLLCALL_TOKEN_ODM: place.sandbox.state().odm.memberToken };
  const limited = await probe("odm", 0, member);
  assert.match(found(limited, "signed in"), /^yes/);
  assert.match(found(limited, "may list users"), /^no: no \(403/);
  assert.match(found(limited, "may write users"), /^no/);
});

test("Astakos: the generation of its addresses, whose token it is, and what it opens", async () => {
  const service = await probe("okeanos");
  assert.match(found(service, "generation of addresses"), /^yes: 0\.13 and 0\.14/);
  assert.match(found(service, "signed in"), /^yes: as a service/);
  assert.match(found(service, "may list every account"), /^yes/);
  const person = await probe("person");
  assert.match(found(person, "signed in"), /^yes: as .*@example\.org, until /);
  assert.match(found(person, "may list every account"), /^no: no \(401/);
  assert.match(found(person, "may look accounts up"), /^yes/);
  assert.match(found(await probe("newer"), "signed in"), /^yes: as /);
});

test("Agave: version, spelling, and which services answer", async () => {
  const findings = await probe("tacc");
  assert.equal(found(findings, "signed in"), `yes: as ${place.sandbox.endpoints.agave.username}`);
  assert.match(found(findings, "version"), /^yes: 2\.2\.27/);
  assert.match(found(findings, "spelling of profiles"), /first_name/);
  for (const what of ["apps", "systems", "jobs", "metadata", "notifications", "actors"])
    assert.match(found(findings, `may list ${what}`), /^yes/);
});

test("UbiOps and oSPARC", async () => {
  assert.match(
    found(await probe("models"), `may list service users of ${place.sandbox.endpoints.ubiops.project}`),
    /^yes: yes, \d+/,
  );
  const director = await probe("osparc");
  assert.match(found(director, "version"), /simcore-service-director 0\.1\.0, API 1\.0\.0/);
  assert.match(found(director, "lists running services"), /^no/);
});

test("any SCIM server, and a UbiOps connection without a project", async () => {
  const plain = await probe("plain");
  assert.match(found(plain, "may list users"), /^yes: yes, \d+ of them/);
  assert.match(found(plain, "may write users"), /^unknown/);
  const projectless = await probe("projectless", 1);
  assert.match(found(projectless, "may list service users"), /^unknown: name a project/);
});

test("a probe never writes", async () => {
  const from = place.sandbox.log().length;
  for (const connection of ["odm", "person", "tacc", "models", "osparc"]) await probe(connection);
  const sent = place.sandbox.log().slice(from);
  const reads = sent.filter(({ method, path }) => method === "GET" || /user_catalogs$/.test(path));
  assert.equal(reads.length, sent.length);
});

test("a server that is not there, and a token that is refused, fail", async () => {
  assert.match(found(await probe("gone", 1), "reachable"), /^no/);
  const findings = await probe("odm", 1, { ROLLCALL_TOKEN_ODM: "wrong" });
  assert.match(found(findings, "signed in"), /^no: .*ROLLCALL_TOKEN_ODM/);
});

test("a person reads a table, and an unknown connection is wrong input", async () => {
  const { code, stdout, stderr } = await place.run("probe", "odm");
  assert.equal(code, 0, stderr);
  assert.match(stdout, /^odm: Genestack ODM at http/);
  assert.match(stdout, /^\+ +reachable +yes +GET http.* 200$/m);
  const unknown = await place.run("probe", "odn");
  assert.equal(unknown.code, 64);
  assert.match(unknown.stderr, /Did you mean "odm"\?/);
});

test("what answers with web pages is no platform", async () => {
  const findings = await pages;
  assert.match(found(findings, "reachable"), /^yes/);
  assert.match(found(findings, "signed in"), /^unknown: .*sign-in page/);
});

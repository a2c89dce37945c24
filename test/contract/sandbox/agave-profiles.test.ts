import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { agave, first, somebody, withSandbox } from "./support.ts";

type Profile = Record<string, unknown>;

interface Envelope {
  readonly status: string;
  readonly message: string | null;
  readonly version: string;
  readonly result?: unknown;
}

describe("Agave profiles in the sandbox", () => {
  const sandbox = withSandbox();
  const camelCase = withSandbox({ profileCase: "camel" });
  const crowded = withSandbox({ users: 12_000 });
  const search = async (query: string): Promise<Profile[]> => {
    const answer = await agave(sandbox(), `/profiles/v2${query}`);
    assert.equal(answer.status, 200, answer.text);
    return (answer.json as Envelope).result as Profile[];
  };
  const somebodysProfile = () => {
    const username = first(somebody(sandbox(), "nameChanged").accounts.agave);
    const profile = sandbox()
      .state()
      .agave.profiles.find((candidate) => candidate.username === username);
    assert.ok(profile);
    return profile;
  };
  const usernames = (profiles: readonly Profile[]) => profiles.map(({ username }) => username);

  it("answers 404 for a username that is not there, with an envelope that has no result", async () => {
    const answer = await agave(sandbox(), "/profiles/v2/no-such-user");
    assert.equal(answer.status, 404);
    const { status, message, version, ...rest } = answer.json as Envelope;
    assert.deepEqual([status, message, rest], ["error", "No user found matching no-such-user", {}]);
    assert.ok(version);
  });

  it("gives nobody without a criterion that it knows", async () => {
    const { email } = somebodysProfile();
    for (const query of [
      "",
      "?",
      `?mail=${encodeURIComponent(email)}`,
      "?status=active",
      "?email=",
      "?limit=250",
    ]) {
      assert.deepEqual(await search(query), [], query);
    }
  });

  it("finds by e-mail and by username without case", async () => {
    const { email, username } = somebodysProfile();
    for (const spelling of [email, email.toUpperCase()]) {
      assert.deepEqual(usernames(await search(`?email=${encodeURIComponent(spelling)}`)), [username]);
    }
    assert.deepEqual(usernames(await search(`?username=${username.toUpperCase()}`)), [username]);
    assert.deepEqual(await search(`?username=${username.slice(0, -1)}`), [], "the whole username counts");
    const { json } = await agave(sandbox(), `/profiles/v2/${username.toUpperCase()}/`);
    assert.equal(((json as Envelope).result as Profile).email, email);
  });

  it("gives several profiles that have one e-mail", async () => {
    const { accounts } = somebody(sandbox(), "twoAgave");
    const profile = sandbox()
      .state()
      .agave.profiles.find(({ username }) => username === accounts.agave[0]);
    const found = await search(`?email=${encodeURIComponent(profile?.email ?? "")}`);
    assert.deepEqual(usernames(found).sort(), [...accounts.agave].sort());
  });

  it("finds by the start of names", async () => {
    const { firstName, lastName, username } = somebodysProfile();
    const start = (text: string) => encodeURIComponent([...text].slice(0, 2).join(""));
    const searches = [
      `?first_name=${start(firstName)}`,
      `?last_name=${start(lastName)}`,
      `?full_name=${start(firstName)}`,
      `?name=${start(lastName)}`,
      `?lastName=${start(lastName)}`,
    ];
    for (const query of searches) assert.ok(usernames(await search(query)).includes(username), query);
  });

  it("goes by the first criterion alone", async () => {
    const { email, username } = somebodysProfile();
    const mixed = `?email=${encodeURIComponent(email)}&first_name=nobody&status=x`;
    assert.deepEqual(usernames(await search(mixed)), [username]);
    assert.deepEqual(await search(`?email=${encodeURIComponent(email)}&username=nobody`), []);
  });

  it("gives 100 profiles unless asked, never more than 250, and pages by offset", async () => {
    const start = "a";
    const path = (query: string) => `/profiles/v2?first_name=${start}${query}`;
    const all = crowded()
      .state()
      .agave.profiles.filter(({ firstName }) => firstName.toLowerCase().startsWith(start))
      .map(({ username }) => username);
    assert.ok(all.length > 260);
    const page = async (query: string) =>
      usernames(((await agave(crowded(), path(query))).json as { result: Profile[] }).result);
    assert.deepEqual(await page(""), all.slice(0, 100));
    assert.deepEqual(await page("&limit=many&offset=-1"), all.slice(0, 100));
    assert.deepEqual(await page("&limit=1000"), all.slice(0, 250));
    assert.deepEqual(await page("&limit=20&offset=250"), all.slice(250, 270));
    assert.deepEqual(await page(`&offset=${all.length}`), []);
  });

  it("shows the profile of whoever is signed in", async () => {
    const { json } = await agave(sandbox(), "/profiles/v2/me");
    assert.equal(((json as Envelope).result as Profile).username, sandbox().endpoints.agave.username);
  });

  it("spells keys in snake case, or in camel case where that was asked for", async () => {
    const { result } = (await agave(sandbox(), "/profiles/v2/me")).json as { result: Profile };
    assert.equal(result.full_name, `${result.first_name} ${result.last_name}`);
    assert.match(String(result.create_time), /^\d{14}Z$/);
    assert.equal("firstName" in result, false);
    const camel = (await agave(camelCase(), "/profiles/v2/me")).json as { result: Profile };
    assert.equal(camel.result.fullName, result.full_name);
    assert.equal("first_name" in camel.result, false);
  });

  it("leaves out the envelope, prints with spaces and filters attributes on request", async () => {
    const { username, email } = somebodysProfile();
    const path = `/profiles/v2/${username}`;
    assert.equal(((await agave(sandbox(), `${path}?naked=true`)).json as Profile).username, username);
    assert.equal((await agave(sandbox(), "/profiles/v2/no-such-user?naked=true")).text, "");
    assert.match((await agave(sandbox(), `${path}?pretty=true`)).text, /\n {2}"status": "success"/);
    const filtered = (query: string) => search(`?email=${encodeURIComponent(email)}&${query}`);
    assert.deepEqual(await filtered("filter=username,unknown"), [{ username }]);
    assert.deepEqual(await filtered("filter=unknown"), []);
    assert.deepEqual(await filtered("filter=*"), await filtered(""));
  });

  it("knows no other paths and methods", async () => {
    assert.equal((await agave(sandbox(), "/nothing/v2")).status, 404);
    const { url, token } = sandbox().endpoints.agave;
    const deleted = await fetch(`${url}/profiles/v2/me`, {
      method: "DELETE",
      headers: { authorization: `Bearer ${token}` },
    });
    assert.equal(deleted.status, 405);
  });
});

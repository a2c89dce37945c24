import assert from "node:assert/strict";
import { test } from "node:test";
import { parseConfiguration } from "../../../src/config/load.ts";
import { ConfigurationError } from "../../../src/config/problem.ts";
import { environmentSecrets, howToSignInByEnvironment, secretVariable } from "../../../src/config/secrets.ts";
import { sketchWith } from "./sketch.ts";

const canary = "cAnArY-s3cret";

const leaks: readonly [name: string, from: string, to: string][] = [
  ["a token", '"account": "service"', `"token": "${canary}"`],
  ["a password", '"account": "service"', `"password": "${canary}"`],
  ["a client secret", '"account": "service"', `"clientSecret": "${canary}"`],
  ["an API key", '"account": "service"', `"api_key": "${canary}"`],
  ["a token on its own line", '"account": "service"', `"token":\n"${canary}"`],
  ["a token beside the sections", '"connections"', `"accessToken": "${canary}", "connections"`],
  ["credentials in a URL", "https://accounts", `https://me:${canary}@accounts`],
];

for (const [name, from, to] of leaks) {
  test(`${name} in the file is an error that says where it belongs, and is not shown`, () => {
    const { configuration, problems } = parseConfiguration(sketchWith(from, to), "rollcall.jsonc");
    assert.equal(configuration, undefined);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ["secret"],
    );
    assert.match(problems[0]?.message ?? "", /ROLLCALL_\w+_OKEANOS|environment variables/);
    const error = new ConfigurationError("rollcall.jsonc", problems);
    assert.doesNotMatch(error.message + JSON.stringify(error), new RegExp(canary));
  });
}

test("a token in place of an environment variable's name is refused and not shown", () => {
  const { problems } = parseConfiguration(
    sketchWith('"account": "service"', `"token": { "env": "${canary}" }`),
    "rollcall.jsonc",
  );
  assert.match(problems[0]?.message ?? "", /environment variable/);
  assert.doesNotMatch(new ConfigurationError("rollcall.jsonc", problems).message, new RegExp(canary));
});

test("a token in a query or in a line that does not parse is not shown", () => {
  for (const text of [
    sketchWith("odm.example.org", `odm.example.org?token=${canary}`),
    sketchWith('"account": "service"', `"token": "${canary}`),
  ]) {
    const { problems } = parseConfiguration(text, "rollcall.jsonc");
    assert.ok(problems.length > 0);
    assert.doesNotMatch(new ConfigurationError("rollcall.jsonc", problems).message, new RegExp(canary));
  }
});

test("secrets come from variables named after the connection", async () => {
  assert.equal(secretVariable("odm", "token"), "ROLLCALL_TOKEN_ODM");
  assert.equal(secretVariable("my-odm_2", "clientSecret"), "ROLLCALL_CLIENT_SECRET_MY_ODM_2");
  const secrets = environmentSecrets("tacc", undefined, {
    ROLLCALL_TOKEN_TACC: "t",
    ROLLCALL_REFRESH_TOKEN_TACC: "r",
    ROLLCALL_CLIENT_KEY_TACC: "k",
    ROLLCALL_CLIENT_SECRET_TACC: "s",
    ROLLCALL_USERNAME_TACC: "u",
    ROLLCALL_PASSWORD_TACC: "p",
  });
  const names = ["token", "refreshToken", "clientKey", "clientSecret", "username", "password"] as const;
  assert.equal((await Promise.all(names.map((name) => secrets.read(name)))).join(""), "trksup");
});

test("an empty variable counts as missing", async () => {
  const secrets = environmentSecrets("odm", undefined, { ROLLCALL_TOKEN_ODM: "" });
  assert.equal(await secrets.read("token"), undefined);
});

test("a variable named by the configuration is the only one asked for the token", async () => {
  const environment = { ODM_TOKEN: "", ROLLCALL_TOKEN_ODM: "other" };
  assert.equal(await environmentSecrets("odm", "ODM_TOKEN", environment).read("token"), undefined);
  assert.match(howToSignInByEnvironment("odm", "token", "ODM_TOKEN"), /\bODM_TOKEN\b/);
  assert.match(howToSignInByEnvironment("odm", "password", "ODM_TOKEN"), /ROLLCALL_PASSWORD_ODM/);
});

test("a rotated refresh token is read again in the same process", async () => {
  const secrets = environmentSecrets("tacc", undefined, { ROLLCALL_REFRESH_TOKEN_TACC: "old" });
  await secrets.store("refreshToken", "new");
  assert.equal(await secrets.read("refreshToken"), "new");
});

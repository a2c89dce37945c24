import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { urlOf } from "../../../src/platforms/address.ts";
import { curlCommand } from "../../../src/platforms/curl.ts";
import { openAnyClient } from "../../../src/platforms/open.ts";
import type { ConnectionSettings } from "../../../src/platforms/settings.ts";

const secrets = { read: async () => "tok-canary-4711" };

function opened(settings: ConnectionSettings) {
  return { settings, client: openAnyClient(settings, secrets) };
}

describe("the address of a resource", () => {
  it("has the connection's path and project, with what is inserted encoded", async () => {
    const url = "https://api.example.org/v2.1/";
    const ubiops = opened({ name: "models", platform: "ubiops", url, project: "a b" });
    const call = { operation: "service_users_get", args: { service_user_id: "x/y'z" } };
    assert.equal(
      await urlOf(ubiops, call),
      "https://api.example.org/v2.1/projects/a%20b/service-users/x%2Fy%27z",
    );
  });

  it("is refused for operations that there are not, and for missing parameters", async () => {
    const ubiops = opened({ name: "models", platform: "ubiops", url: "https://api.example.org" });
    await assert.rejects(urlOf(ubiops, { operation: "nothing", args: {} }), { kind: "invalid" });
    await assert.rejects(urlOf(ubiops, { operation: "service_users_get", args: {} }), { kind: "invalid" });
  });
});

describe("a resource as a curl command", () => {
  it("takes the token from the environment and never holds it", () => {
    assert.equal(
      curlCommand("agave", "https://api.example.org/apps/v2/a", "ROLLCALL_TOKEN_TACC"),
      `curl --header "Authorization: Bearer $ROLLCALL_TOKEN_TACC" 'https://api.example.org/apps/v2/a'`,
    );
  });

  it("sends no header where the platform takes no token, and stays one word whatever is in the URL", () => {
    assert.equal(curlCommand("osparc", "http://a/it's", "X"), "curl 'http://a/it%27s'");
  });
});

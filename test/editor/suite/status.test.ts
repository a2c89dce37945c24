import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { Host } from "../../../src/editor/host.ts";
import { originOf } from "../../../src/editor/secrets/place.ts";
import type { Offer, PickQuestion } from "../../../src/editor/ui/ask.ts";
import { keepToken, keptToken } from "../../../src/editor/views/service-users/tokens.ts";
import { after, before, describe, it } from "../harness/cases.ts";
import { runningSandbox } from "./support/agave.ts";
import { answering, items, labelled, rollcall, run, withoutConfiguration } from "./support/rollcall.ts";

describe("the status", () => {
  let host: Host;

  const sandbox = () => runningSandbox(host);
  const tacc = () => originOf(sandbox().endpoints.agave.url);

  before(async () => {
    host = await rollcall();
    await withoutConfiguration(host);
  });

  after(async () => {
    if (host.sandbox.running !== undefined) await run("stopSandbox");
  });

  /** What is told, with where each leads. */
  async function told(answer?: string): Promise<readonly string[]> {
    const ask = await answering(host, [{ id: "status", answer }], () => run("showStatus"));
    const [{ choices }] = ask.asked as [PickQuestion];
    return choices.map(({ label, description }) => `${label} | ${description}`);
  }

  it("is nothing where nothing has been compared, read, or signed in to", async () => {
    await run("startSandbox");
    const ask = await answering(host, [{ id: "noStatus", answer: undefined }], () => run("showStatus"));
    assert.match((ask.asked[0] as Offer).message, /^There is nothing to tell/);
  });

  it("tells of service users once the view has read them, and asks for none itself", async () => {
    const models = labelled(await items(host, "rollcall.serviceUsers"), "models");
    await items(host, "rollcall.serviceUsers", models);
    const before = sandbox().log().length;
    const [soon, expired, ...others] = await told();
    assert.equal(soon, "models: 2 service users expire soon | Show Service Users");
    assert.match(expired ?? "", /^models: .* expired.* \| Show Service Users$/);
    assert.deepEqual(others, []);
    assert.equal(sandbox().log().length, before);
  });

  it("puts drift first, then the sign-in that ends, then tokens", async () => {
    await answering(host, [{ id: "drift", answer: undefined }], () => run("checkDrift"));
    await host.expiries.set("tacc", tacc(), new Date(Date.now() + 11.5 * 60_000));
    const [drift, signIn, ...others] = await told();
    assert.match(drift ?? "", /^odm: \d+ changes to make \| Show Plan$/);
    assert.equal(signIn, "tacc: signed in for 12 min | Sign In");
    assert.ok(others.length === 2 && others.every((text) => text.startsWith("models: ")));
    await host.expiries.set("tacc", tacc(), new Date(Date.now() - 60_000));
    assert.equal((await told())[1], "tacc: sign-in expired | Sign In");
  });

  it("leads to what can be done about it", async () => {
    const script = [
      { id: "status", answer: "1" },
      { id: "way", answer: "token" },
      { id: "token", answer: sandbox().endpoints.agave.token },
    ];
    await answering(host, script, () => run("showStatus"));
    assert.ok((await told()).every((text) => !text.startsWith("tacc")));
  });

  it("goes with the sandbox, and so does all that was kept for it", async () => {
    const origins = [tacc(), originOf(sandbox().endpoints.ubiops.url)];
    const user = { connection: "models", id: "4f1c" };
    await keepToken(host, user, "tok-canary-8");
    await host.expiries.set("tacc", tacc(), new Date());
    await run("stopSandbox");
    assert.equal(host.expiries.at("tacc", origins[0] ?? ""), undefined);
    assert.equal(await keptToken(host, user), undefined);
    const kept = await host.context.secrets.keys();
    assert.deepEqual(
      kept.filter((key) => origins.some((origin) => key.includes(origin))),
      [],
    );
    const ask = await answering(host, [{ id: "noStatus", answer: undefined }], () => run("showStatus"));
    assert.equal(ask.asked.length, 1);
    assert.equal((await vscode.authentication.getAccounts("rollcall")).length, 0);
  });
});

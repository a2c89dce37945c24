import { randomBytes } from "node:crypto";
import type { BasicCredentials } from "../../platforms/agave/oauth.ts";
import type { Host } from "../host.ts";
import { back } from "../ui/ask.ts";
import { withProgress } from "../ui/progress.ts";
import type { SignInPlace } from "./place.ts";
import { agaveClient, type SignInWay } from "./sign-in-ways.ts";
import type { SecretValues } from "./store.ts";

/** What is kept of a sign-in. */
export interface Obtained {
  readonly secrets: SecretValues;
  readonly expiresAt?: Date;
}

type ClientChoice = BasicCredentials | "make";

/**
 * Signs in to Agave with a user name and a password, by the OAuth client that is known, that the person gives, or that is made for
 * it. Undefined where the person gave up; rejects with a `PlatformError` where the platform refuses.
 */
export async function obtainFromAgave(
  host: Host,
  { connection, origin }: SignInPlace,
  user: BasicCredentials,
  obtains: NonNullable<SignInWay["obtains"]>,
): Promise<Obtained | undefined> {
  const choice = (await knownClient(host, connection, origin)) ?? (await chooseClient(host, connection));
  if (choice === undefined) return undefined;
  const oauth = (await host.sessions.get()).agaveOAuth(connection);
  return withProgress(`signing in to ${connection}`, async ({ signal }) => {
    const name = `rollcall-${randomBytes(4).toString("hex")}`;
    const client = choice === "make" ? await oauth.makeClient(user, name, { signal }) : choice;
    const secrets = { clientKey: client.name, clientSecret: client.secret };
    if (choice === "make") await keepClient(host, { connection, origin }, secrets);
    try {
      const { token, expiresAt } = await oauth.signIn(user, client, { signal });
      if (obtains === "renewable")
        return { secrets: { ...secrets, username: user.name, password: user.secret } };
      return { secrets: { ...secrets, token }, ...(expiresAt === undefined ? {} : { expiresAt }) };
    } catch (error) {
      if (isClientRefused(error))
        await host.secrets.forget(connection, origin, ["clientKey", "clientSecret"]);
      throw error;
    }
  });
}

/** The platform tells a client's secret once, so that it is kept before anything else can fail. */
async function keepClient(
  { secrets }: Host,
  { connection, origin }: SignInPlace,
  { clientKey, clientSecret }: { readonly clientKey: string; readonly clientSecret: string },
): Promise<void> {
  await secrets.store(connection, origin, "clientKey", clientKey);
  await secrets.store(connection, origin, "clientSecret", clientSecret);
}

function isClientRefused(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "invalid_client";
}

async function knownClient(
  host: Host,
  connection: string,
  origin: string,
): Promise<BasicCredentials | undefined> {
  const source = host.secrets.source(connection, origin);
  const [name, secret] = [await source.read("clientKey"), await source.read("clientSecret")];
  return name === undefined || secret === undefined ? undefined : { name, secret };
}

async function chooseClient(host: Host, connection: string): Promise<ClientChoice | undefined> {
  const title = `Sign in to ${connection}`;
  const answer = await host.ask.pick({
    id: "client",
    title,
    placeholder: "Agave gives tokens to OAuth clients. With which one?",
    choices: [
      {
        id: "make",
        label: "Make one for Rollcall",
        detail: `Registers an OAuth client of yours with ${connection}`,
        icon: "add",
      },
      { id: "given", label: "One that I have", detail: "By its consumer key and secret", icon: "key" },
    ],
  });
  if (answer === "make") return "make";
  if (answer !== "given") return undefined;
  const answers: string[] = [];
  for (const { secret, prompt } of agaveClient) {
    const typed = await host.ask.input({
      id: secret,
      title,
      prompt,
      secret: true,
      validate: (text) => (text.trim() === "" ? { message: `${prompt} is needed.` } : undefined),
    });
    if (typed === undefined || typed === back) return undefined;
    answers.push(typed.trim());
  }
  const [name = "", secret = ""] = answers;
  return { name, secret };
}

import type { Host } from "../../host.ts";
import { afterSignIn } from "../../secrets/after-sign-in.ts";
import { chooseConnection } from "../../secrets/choose-connection.ts";
import { learnExpiry } from "../../secrets/learn-expiry.ts";
import type { Obtained } from "../../secrets/obtain.ts";
import { type SignInWay, signInWays } from "../../secrets/sign-in-ways.ts";
import { originOf, type SignInPlace, secretNames } from "../../secrets/store.ts";
import { back } from "../../ui/ask.ts";
import { askSteps } from "../../ui/steps.ts";

/** Asks for a connection's secrets, or for what the platform gives them for, and keeps them for its origin. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const connection = await chooseConnection(host, given, "Sign In");
  if (connection === undefined) return;
  const { name, platform, url } = connection;
  const origin = originOf(url);
  const title = `Sign in to ${name}`;
  const way = await chooseWay(host, title, signInWays[platform]);
  if (way === undefined) return;
  const answers = await askSteps(
    way.fields.map(
      ({ secret, prompt }, index) =>
        () =>
          host.ask.input({
            id: secret,
            title,
            ...(way.fields.length > 1 ? { step: { title, step: index + 1, of: way.fields.length } } : {}),
            prompt: `${prompt} for ${origin}`,
            secret: secret !== "username",
            validate: (value) => (value.trim() === "" ? { message: `${prompt} is needed.` } : undefined),
          }),
    ),
  );
  if (answers === undefined) return;
  const typed = answers.map((answer) => answer.trim());
  const obtained = await obtain(host, { connection: name, origin }, way, typed);
  if (obtained === undefined) return;
  await host.secrets.forget(name, origin);
  for (const secret of secretNames) {
    const value = obtained.secrets[secret];
    if (value !== undefined) await host.secrets.store(name, origin, secret, value);
  }
  await host.expiries.set(name, origin, obtained.expiresAt);
  await afterSignIn(host, name);
  await learnExpiry(host, connection);
}

/** What there is to keep: what was typed, or what the platform gives for it. */
async function obtain(
  host: Host,
  place: SignInPlace,
  { fields, obtains }: SignInWay,
  typed: readonly string[],
): Promise<Obtained | undefined> {
  if (obtains === undefined)
    return { secrets: Object.fromEntries(fields.map(({ secret }, index) => [secret, typed[index]])) };
  const [name = "", secret = ""] = typed;
  const { obtainFromAgave } = await import("../../secrets/obtain.ts");
  return obtainFromAgave(host, place, { name, secret }, obtains);
}

async function chooseWay(
  host: Host,
  title: string,
  ways: readonly [SignInWay, ...SignInWay[]],
): Promise<SignInWay | undefined> {
  if (ways.length === 1) return ways[0];
  const choices = ways.map(({ id, label, detail }) => ({ id, label, detail }));
  const answer = await host.ask.pick({ id: "way", title, placeholder: "With what?", choices });
  return answer === back ? undefined : ways.find(({ id }) => id === answer);
}

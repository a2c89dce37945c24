import type { ConnectionConfiguration } from "../../config/configuration.ts";
import { platformFacts } from "../../config/platform-facts.ts";
import type { Host } from "../host.ts";
import { back } from "../ui/ask.ts";
import { askSteps } from "../ui/steps.ts";
import { afterSignIn } from "./after-sign-in.ts";
import { learnExpiry } from "./learn-expiry.ts";
import type { Obtained } from "./obtain.ts";
import { originOf, type SignInPlace } from "./place.ts";
import { type SignInWay, signInWays } from "./sign-in-ways.ts";

/**
 * Asks for a connection's secrets, or for what the platform gives them for, and keeps them for its origin. Answers whether that came to
 * its end; rejects with a `PlatformError` where the platform refuses.
 */
export async function signIn(host: Host, connection: ConnectionConfiguration): Promise<boolean> {
  const { name, platform, url } = connection;
  const place = { connection: name, origin: originOf(url) };
  const title = `Sign in to ${name}`;
  const ways = signInWays[platform];
  if (ways.length === 0) {
    const message = `${platformFacts[platform].title} takes no credentials, so there is nothing to sign in to.`;
    await host.ask.offer({ id: "noSignIn", level: "information", message, actions: [] });
    return false;
  }
  const way = await chooseWay(host, title, ways);
  if (way === undefined) return false;
  const typed = await askFields(host, title, place.origin, way);
  const obtained = typed && (await obtain(host, place, way, typed));
  if (obtained === undefined) return false;
  await host.expiries.set(name, place.origin, obtained.expiresAt);
  await host.secrets.replace(place, obtained.secrets);
  await afterSignIn(host, name);
  await learnExpiry(host, connection);
  return true;
}

async function chooseWay(
  host: Host,
  title: string,
  ways: readonly SignInWay[],
): Promise<SignInWay | undefined> {
  if (ways.length === 1) return ways[0];
  const choices = ways.map(({ id, label, detail }) => ({ id, label, detail }));
  const answer = await host.ask.pick({ id: "way", title, placeholder: "With what?", choices });
  return answer === back ? undefined : ways.find(({ id }) => id === answer);
}

async function askFields(
  host: Host,
  title: string,
  origin: string,
  { fields }: SignInWay,
): Promise<readonly string[] | undefined> {
  const answers = await askSteps(
    fields.map(
      ({ secret, prompt }, index) =>
        () =>
          host.ask.input({
            id: secret,
            title,
            ...(fields.length > 1 ? { step: { title, step: index + 1, of: fields.length } } : {}),
            prompt: `${prompt} for ${origin}`,
            secret: secret !== "username",
            validate: (value) => (value.trim() === "" ? { message: `${prompt} is needed.` } : undefined),
          }),
    ),
  );
  return answers?.map((answer) => answer.trim());
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
  const { obtainFromAgave } = await import("./obtain.ts");
  return obtainFromAgave(host, place, { name, secret }, obtains);
}

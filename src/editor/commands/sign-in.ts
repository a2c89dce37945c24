import type { Host } from "../host.ts";
import { afterSignIn } from "../secrets/after-sign-in.ts";
import { chooseConnection } from "../secrets/choose-connection.ts";
import { type SignInWay, signInWays } from "../secrets/sign-in-ways.ts";
import { originOf } from "../secrets/store.ts";
import { back } from "../ui/ask.ts";
import { askSteps } from "../ui/steps.ts";

/** Asks for a connection's secrets and keeps them for its origin. */
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
            secret: true,
            validate: (value) => (value.trim() === "" ? { message: `${prompt} is needed.` } : undefined),
          }),
    ),
  );
  if (answers === undefined) return;
  await host.secrets.forget(name, origin);
  for (const [index, { secret }] of way.fields.entries())
    await host.secrets.store(name, origin, secret, (answers[index] ?? "").trim());
  await afterSignIn(host, name);
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

import type { ConnectionConfiguration } from "../../config/configuration.ts";
import type { Host } from "../host.ts";
import type { Choice } from "../ui/ask.ts";
import { chooseConnection, connectionChoice } from "./choose-connection.ts";
import { originOf } from "./place.ts";
import { type SignInState, signInState } from "./sign-in-state.ts";
import { signInWays } from "./sign-in-ways.ts";

/** The connection to sign in to: the one given, or one that the person picks, those that want it most first. */
export function chooseToSignIn(
  host: Host,
  given: readonly unknown[],
): Promise<ConnectionConfiguration | undefined> {
  return chooseConnection(host, given, {
    title: "Sign In",
    choices: (connections) =>
      choicesByState(
        host,
        connections.filter(({ platform }) => signInWays[platform].length > 0),
      ),
  });
}

/** The connection to sign out of: the one given, or one that the person picks of those that anything is kept for. Tells where there are none. */
export function chooseToSignOut(
  host: Host,
  given: readonly unknown[],
): Promise<ConnectionConfiguration | undefined> {
  return chooseConnection(host, given, {
    title: "Sign Out",
    async choices(connections) {
      const signedIn: ConnectionConfiguration[] = [];
      for (const connection of connections) if (await isKept(host, connection)) signedIn.push(connection);
      const choices = await choicesByState(host, signedIn);
      if (choices.length > 0) return choices;
      const message = "No connection is signed in.";
      await host.ask.offer({ id: "notSignedIn", level: "information", message, actions: [] });
      return [];
    },
  });
}

async function choicesByState(
  host: Host,
  connections: readonly ConnectionConfiguration[],
): Promise<readonly Choice[]> {
  const offered: { readonly connection: ConnectionConfiguration; readonly state: SignInState }[] = [];
  for (const connection of connections) offered.push({ connection, state: await stateOf(host, connection) });
  return offered
    .toSorted((one, other) => one.state.rank - other.state.rank)
    .map(({ connection, state }) => ({ ...connectionChoice(connection, state.text), icon: state.icon }));
}

async function stateOf(host: Host, { name, url }: ConnectionConfiguration): Promise<SignInState> {
  const place = { connection: name, origin: originOf(url) };
  const isSignedIn = await host.secrets.isSignedIn(place);
  return signInState(isSignedIn, host.expiries.at(name, place.origin), Date.now());
}

/** Whether signing out has anything to forget: what signs in now, or anything at an address that the connection had before. */
async function isKept(host: Host, { name, url }: ConnectionConfiguration): Promise<boolean> {
  if (await host.secrets.isSignedIn({ connection: name, origin: originOf(url) })) return true;
  return (await host.secrets.places()).some(({ connection }) => connection === name);
}

import type { Host } from "../host.ts";
import { counted } from "../views/reconciliation/words.ts";
import { countTokensOf, forgetTokensOf } from "../views/service-users/tokens.ts";
import { originOf, type SignInPlace } from "./place.ts";

const everything = "all";

/** Lets a person choose among the sign-ins that rollcall.jsonc has no connection for, and forgets them after one question. */
export async function forgetUnused(host: Host): Promise<void> {
  const unused = await unusedPlaces(host);
  if (unused.length === 0) {
    const message = "Every sign-in that is kept belongs to a connection of rollcall.jsonc.";
    await host.ask.offer({ id: "noneUnused", level: "information", message, actions: [] });
    return;
  }
  const answer = await host.ask.pick({
    id: "unused",
    title: "Forget Unused Sign-Ins",
    placeholder: "Which one? None of them belongs to a connection of this rollcall.jsonc",
    choices: [
      ...(unused.length > 1
        ? [{ id: everything, label: `All ${unused.length.toLocaleString("en")}`, icon: "trash" }]
        : []),
      ...unused.map(({ connection, origin }, index) => ({
        id: String(index),
        label: connection,
        description: origin,
        icon: "key",
      })),
    ],
  });
  const chosen = unused.filter((_, index) => answer === everything || answer === String(index));
  if (chosen.length > 0) await forget(host, chosen);
}

/** Offers to forget the sign-ins of connections that have just been taken out of rollcall.jsonc. */
export async function offerToForget(host: Host, dropped: readonly string[]): Promise<void> {
  const places = (await host.secrets.places()).filter(({ connection }) => dropped.includes(connection));
  const names = [...new Set(places.map(({ connection }) => connection))];
  if (names.length === 0) return;
  const action = names.length === 1 ? "Forget Sign-In…" : "Forget Sign-Ins…";
  const message = `rollcall.jsonc no longer has ${names.join(" and ")}. Should Rollcall forget how to sign in there?`;
  const answer = await host.ask.offer({ id: "dropped", level: "information", message, actions: [action] });
  if (answer === action) await forget(host, places);
}

async function unusedPlaces(host: Host): Promise<readonly SignInPlace[]> {
  const state = await host.configuration.state();
  const connections = "configuration" in state ? Object.values(state.configuration.connections) : [];
  const isUsed = (place: SignInPlace) =>
    connections.some(({ name, url }) => name === place.connection && originOf(url) === place.origin);
  return (await host.secrets.places()).filter((place) => !isUsed(place));
}

async function forget(host: Host, places: readonly SignInPlace[]): Promise<void> {
  const described = places.map(({ connection, origin }) => {
    const tokens = countTokensOf(host, connection, origin);
    const beside = tokens === 0 ? "" : `, with ${counted(tokens, "kept token")} of service users`;
    return `${connection} at ${origin}${beside}`;
  });
  const approved = await host.ask.confirm({
    id: "forget",
    message: `Forget ${counted(places.length, "sign-in")}?`,
    detail: [
      ...described,
      "",
      "Other folders whose rollcall.jsonc has the same connection will have to sign in again.",
    ].join("\n"),
    action: "Forget",
  });
  if (!approved) return;
  for (const { connection, origin } of places) {
    await host.secrets.forget(connection, origin);
    await host.expiries.set(connection, origin, undefined);
    await forgetTokensOf(host, connection, origin);
  }
  host.log.info(`forgot ${counted(places.length, "sign-in")}`);
}

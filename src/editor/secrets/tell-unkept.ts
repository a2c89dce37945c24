import type { Host } from "../host.ts";

/** Says that a sign-in was not kept, for how long it lasts then, and what to do about it. */
export function tellUnkept(host: Host): void {
  const message =
    "The editor's secret storage did not keep the sign-in, so it lasts until this window is closed. With a keyring it lasts longer; the command line takes its secrets from the environment.";
  void host.ask.offer({ id: "unkept", level: "warning", message, actions: [] });
}

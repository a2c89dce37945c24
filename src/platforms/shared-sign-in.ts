import { HttpClient, type HttpClientOptions } from "../http/client.ts";
import { systemClock } from "../http/clock.ts";
import { Rate } from "../http/rate.ts";
import { Redactor } from "../http/redact.ts";
import { SignInKeeper } from "../http/signin.ts";
import { parseBaseUrl } from "../http/url.ts";
import { Credentials } from "./credentials.ts";
import { platformOf } from "./platform-of.ts";
import type { ConnectionSettings, ConnectOptions, SecretName, SecretSource } from "./settings.ts";

/**
 * How a connection is signed in to, for every client that is open on it: they send the same credentials, and renew them once for all of
 * them.
 */
export interface SharedSignIn {
  readonly keeper: SignInKeeper;
  /** Knows every secret of the connection. */
  readonly redactor: Redactor;
  /** Spaces the requests of all clients; absent where nothing limits them. */
  readonly rate?: Rate;
  /** Gives up what is in flight. The clients are closed by those who opened them. */
  close(): Promise<void>;
}

/** Makes a connection's sign-in. Reads no secret and sends nothing yet. Throws a `PlatformError` of kind `invalid` for settings that cannot be used. */
export function shareSignIn(
  settings: ConnectionSettings,
  secrets: SecretSource,
  options: ConnectOptions = {},
): SharedSignIn {
  const redactor = options.redactor ?? new Redactor();
  const clock = options.clock ?? systemClock;
  const credentials = new Credentials(settings.name, secrets, redactor, adviceOf(settings, options));
  const { requestsPerMinute } = settings;
  const rate = requestsPerMinute === undefined ? undefined : new Rate(requestsPerMinute, clock);
  const tokens = new HttpClient({
    ...httpOptionsOf(settings, options, redactor),
    rate,
    baseUrl: parseBaseUrl(settings.url, settings.name).origin,
    concurrency: 1,
  });
  const signIn = platformOf(settings).signIn({
    credentials,
    settings,
    post: async (path, fields, headers) => {
      const content = new URLSearchParams(fields).toString();
      const body = { contentType: "application/x-www-form-urlencoded", content };
      const request = { method: "POST", path, body, headers, expects: "json" } as const;
      return (await tokens.request({ ...request, repeatable: false, writes: false })).data;
    },
    now: () => clock.now(),
  });
  return { keeper: new SignInKeeper(signIn), redactor, ...(rate && { rate }), close: () => tokens.close() };
}

/** What the HTTP clients of a connection have in common. */
export function httpOptionsOf(
  settings: ConnectionSettings,
  options: ConnectOptions,
  redactor: Redactor,
): Omit<HttpClientOptions, "baseUrl"> {
  const { clock, maximumBytes, retry, proxy, extraCa, onExchange, onPause } = options;
  return {
    connection: settings.name,
    timeouts: timeoutsOf(settings),
    maximumBytes,
    retry,
    proxy,
    extraCa,
    readFailure: platformOf(settings).readFailure,
    howToSignIn: () => adviceOf(settings, options)("token"),
    redactor,
    clock,
    onExchange,
    onPause,
  };
}

function adviceOf({ name: connection }: ConnectionSettings, { howToSignIn }: ConnectOptions) {
  return (name: SecretName) =>
    howToSignIn?.(connection, name) ?? `Sign in to ${connection} (its ${name} is needed).`;
}

function timeoutsOf({ timeoutSeconds }: ConnectionSettings): { headers: number; body: number } | undefined {
  if (timeoutSeconds === undefined) return undefined;
  return { headers: timeoutSeconds * 1000, body: timeoutSeconds * 1000 };
}

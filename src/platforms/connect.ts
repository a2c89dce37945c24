import { HttpClient } from "../http/client.ts";
import { systemClock } from "../http/clock.ts";
import { PlatformError } from "../http/error.ts";
import { Redactor } from "../http/redact.ts";
import { parseBaseUrl } from "../http/url.ts";
import type { Directory, WritableDirectory } from "../identity/directory.ts";
import { platforms } from "./all.ts";
import { AstakosClient } from "./astakos/client.ts";
import { Caller } from "./call.ts";
import { Credentials } from "./credentials.ts";
import type { Platform } from "./platform.ts";
import {
  type ConnectionSettings,
  type ConnectOptions,
  directoryPlatforms,
  platformKinds,
  type SecretName,
  type SecretSource,
} from "./settings.ts";

type WritableSettings = ConnectionSettings & { readonly platform: "odm" | "scim" };

/**
 * Opens a connection as a directory. Sends nothing yet: a missing secret or an unreachable server shows with the first request.
 * Throws a `PlatformError` of kind `invalid` for a platform that is no directory or a URL that cannot be used.
 */
export function connect(
  settings: WritableSettings,
  secrets: SecretSource,
  options?: ConnectOptions,
): WritableDirectory;
export function connect(
  settings: ConnectionSettings,
  secrets: SecretSource,
  options?: ConnectOptions,
): Directory;
export function connect(
  settings: ConnectionSettings,
  secrets: SecretSource,
  options: ConnectOptions = {},
): Directory {
  const platform = platforms[settings.platform] as Platform | undefined;
  if (platform?.openDirectory === undefined) throw noDirectory(settings);
  return platform.openDirectory(openCaller(settings, secrets, options), settings);
}

/** Opens a connection for calls of single operations, under the same limits and errors as `connect`. */
export function openCaller(
  settings: ConnectionSettings,
  secrets: SecretSource,
  options: ConnectOptions = {},
): Caller {
  const platform = platformOf(settings);
  const redactor = options.redactor ?? new Redactor();
  const clock = options.clock ?? systemClock;
  const howToSignIn = (name: SecretName) =>
    options.howToSignIn?.(settings.name, name) ?? `Sign in to ${settings.name} (its ${name} is needed).`;
  const credentials = new Credentials(settings.name, secrets, redactor, howToSignIn);
  const shared = {
    connection: settings.name,
    timeouts: timeoutsOf(settings),
    maximumBytes: options.maximumBytes,
    retry: options.retry,
    proxy: options.proxy,
    extraCa: options.extraCa,
    readFailure: platform.readFailure,
    howToSignIn: () => howToSignIn("token"),
    redactor,
    clock,
    onExchange: options.onExchange,
    onPause: options.onPause,
  };
  const tokens = new HttpClient({ ...shared, baseUrl: originOf(settings), concurrency: 1 });
  const signIn = platform.signIn({
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
  const http = new HttpClient({
    ...shared,
    baseUrl: settings.url,
    concurrency: settings.concurrency,
    signIn,
  });
  const closeAll = async () => {
    await Promise.all([http.close(), tokens.close()]);
  };
  return new Caller(http, settings.name, settings.basePath ?? platform.basePath, {
    close: closeAll,
    defaults: { project: settings.project },
    patient: settings.timeoutSeconds === undefined,
    conceal: (secret) => redactor.register(secret),
  });
}

/** Opens an Astakos connection for its own operations, such as finding out whose token it is. */
export function connectAstakos(
  settings: ConnectionSettings & { readonly platform: "astakos" },
  secrets: SecretSource,
  options: ConnectOptions = {},
): AstakosClient {
  return new AstakosClient(openCaller(settings, secrets, options), settings);
}

/** The platform of a connection. Throws a `PlatformError` of kind `invalid` where there is none of that name. */
export function platformOf(settings: ConnectionSettings): Platform {
  const platform = platformKinds.find((kind) => kind === settings.platform);
  if (platform !== undefined) return platforms[platform];
  throw new PlatformError({
    kind: "invalid",
    connection: settings.name,
    text: `there is no platform "${String(settings.platform)}"`,
    advice: `Use one of ${platformKinds.join(", ")}.`,
  });
}

function noDirectory({ name, platform }: ConnectionSettings): PlatformError {
  return new PlatformError({
    kind: "invalid",
    connection: name,
    text: `the platform "${String(platform)}" cannot be read as a directory of accounts`,
    advice: `Use a connection whose platform is one of ${directoryPlatforms.join(", ")}.`,
  });
}

function originOf(settings: ConnectionSettings): string {
  return parseBaseUrl(settings.url, settings.name).origin;
}

function timeoutsOf({ timeoutSeconds }: ConnectionSettings): { headers: number; body: number } | undefined {
  if (timeoutSeconds === undefined) return undefined;
  return { headers: timeoutSeconds * 1000, body: timeoutSeconds * 1000 };
}

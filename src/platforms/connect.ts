import { HttpClient } from "../http/client.ts";
import { PlatformError } from "../http/error.ts";
import type { Directory, WritableDirectory } from "../identity/directory.ts";
import { platforms } from "./all.ts";
import { AstakosClient } from "./astakos/client.ts";
import { Caller } from "./call.ts";
import type { Platform } from "./platform.ts";
import { platformOf } from "./platform-of.ts";
import {
  type ConnectionSettings,
  type ConnectOptions,
  directoryPlatforms,
  type SecretSource,
} from "./settings.ts";
import { httpOptionsOf, type SharedSignIn, shareSignIn } from "./shared-sign-in.ts";

/** What a connection is signed in with: secrets of its own, or the sign-in of other clients that are open on it. */
export type SignedInBy = SecretSource | SharedSignIn;

type WritableSettings = ConnectionSettings & { readonly platform: "odm" | "scim" };

/**
 * Opens a connection as a directory. Sends nothing yet: a missing secret or an unreachable server shows with the first request.
 * Throws a `PlatformError` of kind `invalid` for a platform that is no directory or a URL that cannot be used.
 */
export function connect(
  settings: WritableSettings,
  by: SignedInBy,
  options?: ConnectOptions,
): WritableDirectory;
export function connect(settings: ConnectionSettings, by: SignedInBy, options?: ConnectOptions): Directory;
export function connect(
  settings: ConnectionSettings,
  by: SignedInBy,
  options: ConnectOptions = {},
): Directory {
  const platform = platforms[settings.platform] as Platform | undefined;
  if (platform?.openDirectory === undefined) throw noDirectory(settings);
  return platform.openDirectory(openCaller(settings, by, options), settings);
}

/** Opens a connection for calls of single operations, under the same limits and errors as `connect`. */
export function openCaller(
  settings: ConnectionSettings,
  by: SignedInBy,
  options: ConnectOptions = {},
): Caller {
  const platform = platformOf(settings);
  const shared = "keeper" in by ? by : undefined;
  const { keeper, redactor, rate, close } = shared ?? shareSignIn(settings, by as SecretSource, options);
  const http = new HttpClient({
    ...httpOptionsOf(settings, options, redactor),
    baseUrl: settings.url,
    concurrency: settings.concurrency,
    rate,
    signIn: keeper,
  });
  const closeAll = async () => {
    await Promise.all([http.close(), close()]);
  };
  return new Caller(http, settings.name, settings.basePath ?? platform.basePath, {
    close: shared === undefined ? closeAll : () => http.close(),
    defaults: { project: settings.project },
    patient: settings.timeoutSeconds === undefined,
    conceal: (secret) => redactor.register(secret),
  });
}

/** Opens an Astakos connection for its own operations, such as finding out whose token it is. */
export function connectAstakos(
  settings: ConnectionSettings & { readonly platform: "astakos" },
  by: SignedInBy,
  options: ConnectOptions = {},
): AstakosClient {
  return new AstakosClient(openCaller(settings, by, options), settings);
}

function noDirectory({ name, platform }: ConnectionSettings): PlatformError {
  return new PlatformError({
    kind: "invalid",
    connection: name,
    text: `the platform "${String(platform)}" cannot be read as a directory of accounts`,
    advice: `Use a connection whose platform is one of ${directoryPlatforms.join(", ")}.`,
  });
}

import type { Configuration } from "../config/configuration.ts";
import { PlatformError } from "../http/error.ts";
import type { Exchange } from "../http/exchange.ts";
import type { Directory } from "../identity/directory.ts";
import { AgaveOAuth } from "../platforms/agave/oauth.ts";
import { connect } from "../platforms/connect.ts";
import { type AnyClient, openAnyClient } from "../platforms/open.ts";
import { type ConnectionSettings, type ConnectOptions, directoryPlatforms } from "../platforms/settings.ts";
import { type SharedSignIn, shareSignIn } from "../platforms/shared-sign-in.ts";
import { Pace } from "../reconcile/pace.ts";
import type { OpenConnection, SessionOptions } from "./types.ts";

/** The configured connections, each opened on first use: as a directory, and for single operations, signed in once for both. */
export class Connections {
  readonly #configuration: Configuration;
  readonly #options: SessionOptions;
  /** How fast the connections have answered. */
  readonly pace = new Pace();
  readonly #open = new Map<string, Directory>();
  readonly #clients = new Map<string, AnyClient>();
  readonly #signIns = new Map<string, SharedSignIn>();
  /** Those that somebody listens to. */
  readonly #overheard: AnyClient[] = [];

  constructor(configuration: Configuration, options: SessionOptions) {
    this.#configuration = configuration;
    this.#options = options;
  }

  /** Throws a PlatformError of kind `invalid` where there is no such connection, or it is no directory of accounts. */
  open(name: string): Directory {
    const opened = this.#open.get(name) ?? this.#connect(name);
    this.#open.set(name, opened);
    return opened;
  }

  /**
   * Opens a connection for the operations of its platform, once; apart from that where `onExchange` is to hear of each exchange.
   * Throws as `open` does.
   */
  openOperations(name: string, onExchange?: (exchange: Exchange) => void): OpenConnection {
    const settings = this.#settings(name);
    const open = () => openAnyClient(settings, this.#signIn(settings), this.#connectOptions(onExchange));
    const client = (onExchange === undefined ? this.#clients.get(name) : undefined) ?? open();
    if (onExchange === undefined) this.#clients.set(name, client);
    else this.#overheard.push(client);
    return { settings, client, operations: Object.values(client.table) };
  }

  /** For signing in to an Agave connection. Throws as `open` does. */
  openOAuth(name: string): AgaveOAuth {
    return new AgaveOAuth(this.#settings(name), this.#connectOptions());
  }

  async close(): Promise<void> {
    const open = [
      ...this.#open.values(),
      ...this.#clients.values(),
      ...this.#overheard,
      ...this.#signIns.values(),
    ];
    await Promise.all(open.map((each) => each.close()));
    this.#open.clear();
    this.#clients.clear();
    this.#signIns.clear();
    this.#overheard.length = 0;
  }

  #connect(name: string): Directory {
    const settings = this.#settings(name);
    const { platform: configured } = settings;
    const platform = directoryPlatforms.find((each) => each === configured);
    if (!platform)
      throw unusable(
        name,
        `${configured} has no directory of accounts.`,
        `Use one of ${directoryPlatforms.join(", ")}.`,
      );
    return connect({ ...settings, platform }, this.#signIn(settings), this.#connectOptions());
  }

  #settings(name: string): ConnectionSettings {
    const settings = this.#configuration.connections[name];
    if (!settings) throw unusable(name, "There is no such connection.", "Name one that rollcall.jsonc has.");
    return settings;
  }

  #signIn(settings: ConnectionSettings): SharedSignIn {
    const { name, url } = settings;
    const secrets = () => this.#options.secrets(name, new URL(url).origin);
    const signIn = this.#signIns.get(name) ?? shareSignIn(settings, secrets(), this.#connectOptions());
    this.#signIns.set(name, signIn);
    return signIn;
  }

  #connectOptions(alsoTell?: (exchange: Exchange) => void): ConnectOptions {
    const { howToSignIn, proxy, onExchange, onWait } = this.#options;
    return {
      howToSignIn,
      ...(proxy && { proxy }),
      onExchange: (exchange) => {
        alsoTell?.(exchange);
        this.pace.observe(exchange.connection, exchange.milliseconds, exchange.status);
        onExchange?.(describe(exchange));
      },
      ...(onWait && { onPause: ({ connection, milliseconds }) => onWait(connection, milliseconds / 1000) }),
    };
  }
}

function unusable(connection: string, text: string, advice: string): PlatformError {
  return new PlatformError({ kind: "invalid", connection, text, advice });
}

/** One line of a log: `odm GET https://… 200 12 ms`. */
function describe({
  connection,
  method,
  url,
  status,
  failure,
  attempt,
  milliseconds,
  requestId,
}: Exchange): string {
  const outcome = [status, failure].filter((part) => part !== undefined).join(" ");
  const again = attempt > 1 ? ` (attempt ${attempt})` : "";
  const request = requestId ? ` request ${requestId}` : "";
  return `${connection} ${method} ${url} ${outcome} ${Math.round(milliseconds)} ms${again}${request}`;
}

import type { Configuration } from "../config/configuration.ts";
import { PlatformError } from "../http/error.ts";
import type { Exchange } from "../http/exchange.ts";
import type { Directory } from "../identity/directory.ts";
import { connect } from "../platforms/connect.ts";
import { directoryPlatforms } from "../platforms/settings.ts";
import type { SessionOptions } from "./types.ts";

/** The configured connections, each opened as a directory on first use. */
export class Connections {
  readonly #configuration: Configuration;
  readonly #options: SessionOptions;
  readonly #open = new Map<string, Directory>();

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

  async close(): Promise<void> {
    await Promise.all([...this.#open.values()].map((directory) => directory.close()));
    this.#open.clear();
  }

  #connect(name: string): Directory {
    const { secrets, howToSignIn, proxy, onExchange, onWait } = this.#options;
    const settings = this.#configuration.connections[name];
    if (!settings) throw unusable(name, "There is no such connection.", "Name one that rollcall.jsonc has.");
    const { platform: configured } = settings;
    const platform = directoryPlatforms.find((each) => each === configured);
    if (!platform)
      throw unusable(
        name,
        `${configured} has no directory of accounts.`,
        `Use one of ${directoryPlatforms.join(", ")}.`,
      );
    return connect({ ...settings, platform }, secrets(name, new URL(settings.url).origin), {
      howToSignIn,
      ...(proxy && { proxy }),
      ...(onExchange && { onExchange: (exchange) => onExchange(describe(exchange)) }),
      ...(onWait && { onPause: ({ connection, milliseconds }) => onWait(connection, milliseconds / 1000) }),
    });
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

/** A connection and the origin that its secrets may be sent to. */
export interface SignInPlace {
  readonly connection: string;
  readonly origin: string;
}

/** The scheme, host and port of a connection's URL. */
export function originOf(url: string): string {
  return new URL(url).origin;
}

/** A place in one word: `tacc@https://api.example.org`. */
export function placeText({ connection, origin }: SignInPlace): string {
  return `${connection}@${origin}`;
}

/** The place that a word stands for. */
export function placeOfText(text: string): SignInPlace | undefined {
  const [, connection, origin] = /^([^@]+)@(.+)$/.exec(text) ?? [];
  return connection === undefined || origin === undefined ? undefined : { connection, origin };
}

/** An attribute of a connection's accounts, written `connection.attribute` in the configuration: `tacc.fullName`. */
export interface SourceAttribute {
  readonly connection: string;
  /** Path below the connection, in the platform's own names. */
  readonly path: string;
}

/** How it is written. */
export const sourceAttributePattern = /^[A-Za-z][A-Za-z0-9_-]*\.[^\s.]\S*$/;

/** Reads `connection.attribute`. */
export function parseSourceAttribute(text: string): SourceAttribute {
  const dot = text.indexOf(".");
  return { connection: text.slice(0, dot), path: text.slice(dot + 1) };
}

/** Writes it as `connection.attribute`. */
export function printSourceAttribute({ connection, path }: SourceAttribute): string {
  return `${connection}.${path}`;
}

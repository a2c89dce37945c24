import type { SecretName } from "../../platforms/settings.ts";
import { placeText, type SignInPlace } from "./place.ts";

/** Every secret that a connection can have. */
export const secretNames = [
  "token",
  "refreshToken",
  "clientKey",
  "clientSecret",
  "username",
  "password",
] as const satisfies readonly SecretName[];

/** Secrets of one connection. */
export type SecretValues = Readonly<Partial<Record<SecretName, string>>>;

/** Secrets of one place that are not what they were. */
export interface SecretChange extends SignInPlace {
  /** Those that this window has changed. */
  readonly here: ReadonlySet<SecretName>;
  /** Those that another window has changed. */
  readonly elsewhere: ReadonlySet<SecretName>;
}

/** Where a secret lies: its connection and the origin (scheme, host and port) that it may be sent to. */
export function secretKey(connection: string, origin: string, name: SecretName): string {
  return `connection/${placeText({ connection, origin })}/${name}`;
}

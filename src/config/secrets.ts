/** The secrets that a sign-in may need. */
export const secretNames = [
  "token",
  "refreshToken",
  "clientKey",
  "clientSecret",
  "username",
  "password",
] as const;
export type EnvironmentSecretName = (typeof secretNames)[number];

const variablePrefixes: Readonly<Record<EnvironmentSecretName, string>> = {
  token: "ROLLCALL_TOKEN_",
  refreshToken: "ROLLCALL_REFRESH_TOKEN_",
  clientKey: "ROLLCALL_CLIENT_KEY_",
  clientSecret: "ROLLCALL_CLIENT_SECRET_",
  username: "ROLLCALL_USERNAME_",
  password: "ROLLCALL_PASSWORD_",
};

/** The part of an environment variable's name that stands for a connection: capitals, digits and underscores. */
export function variableSuffix(connection: string): string {
  return connection.toUpperCase().replace(/[^A-Z0-9]/g, "_");
}

/** The environment variable that holds a secret of a connection, for example `ROLLCALL_TOKEN_ODM`. */
export function secretVariable(connection: string, secret: EnvironmentSecretName): string {
  return variablePrefixes[secret] + variableSuffix(connection);
}

/** What a connection's secrets are read from. A platform that rotates a refresh token stores the new one. */
export interface EnvironmentSecrets {
  read(name: EnvironmentSecretName): Promise<string | undefined>;
  store(name: EnvironmentSecretName, value: string): Promise<void>;
}

/**
 * Secrets of one connection from the environment. An empty variable counts as missing. What is stored is kept for the
 * life of the process and nowhere else.
 * @param tokenVariable The variable named by the configuration's `"token": { "env": … }`, which is then the only one asked for the token.
 */
export function environmentSecrets(
  connection: string,
  tokenVariable: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): EnvironmentSecrets {
  const stored = new Map<EnvironmentSecretName, string>();
  return {
    async read(name) {
      const variable =
        name === "token" && tokenVariable !== undefined ? tokenVariable : secretVariable(connection, name);
      return stored.get(name) ?? (environment[variable] || undefined);
    },
    async store(name, value) {
      stored.set(name, value);
    },
  };
}

const secretWords: Readonly<Record<EnvironmentSecretName, string>> = {
  token: "token",
  refreshToken: "refresh token",
  clientKey: "client key",
  clientSecret: "client secret",
  username: "user name",
  password: "password",
};

/** One sentence that says where a missing secret is expected on the command line. */
export function howToSignInByEnvironment(
  connection: string,
  secret: EnvironmentSecretName,
  tokenVariable: string | undefined,
): string {
  const variable =
    secret === "token" && tokenVariable !== undefined ? tokenVariable : secretVariable(connection, secret);
  return `Set the environment variable ${variable} to a valid ${secretWords[secret]} and try again.`;
}

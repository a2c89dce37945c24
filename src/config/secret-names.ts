const secretWords = "token|passw(?:or)?d|passphrase|passcode|secret|credentials?|key|authorization";

const secretName = new RegExp(`(?:${secretWords})s?$`, "i");
const secretEntry = new RegExp(`("(?:[^"]*(?:${secretWords})s?|env)"\\s*:\\s*")((?:[^"\\\\]|\\\\.)*)`, "gi");
const credentialsInUrl = /(\/\/)([^/\s"@]*)(?=@)/g;
const queryValue = /([?&][^=&"\s]*=)([^&"\s]*)/g;
const authorisation = /\b((?:Bearer|Basic)\s+)([\w.~+/=-]{8,})/gi;

/** Whether a property of this name would hold a secret: `token`, `password`, `clientSecret`, `apiKey` and the like. */
export function looksSecret(name: string): boolean {
  return secretName.test(name);
}

/** A line of a configuration with what looks like a secret replaced by as many dots, so that places stay where they are. */
export function maskSecrets(line: string): string {
  const mask = (_: string, before: string, secret: string) => before + "•".repeat(secret.length);
  return [secretEntry, credentialsInUrl, queryValue, authorisation].reduce(
    (masked, pattern) => masked.replace(pattern, mask),
    line,
  );
}

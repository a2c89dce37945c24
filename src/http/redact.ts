const placeholder = "[redacted]";
const shortestSecret = 4;

const secretName =
  "[\\w.-]*(?:token|password|passwd|secret|api[_-]?key|client[_-]?key|consumer[_-]?key|authorization|credential|assertion|nonce|cookie)[\\w.-]*";
const scheme = /\b(bearer|basic|token)(\s+)(?=[^\s"',;]*[\d+/=_])[^\s"',;]{6,}/gi;
const jsonField = new RegExp(
  `(\\\\?"${secretName}\\\\?"\\s*:\\s*)(?:"(?:[^"\\\\]|\\\\.)*"?|\\\\"[^"]*"?|[\\d.]+)`,
  "gi",
);
const pair = new RegExp(`(^|[?&;,\\s{'"])(${secretName})=([^&;\\s"']+)`, "gi");
const secretKey = new RegExp(`^${secretName}$`, "i");
const userInfo = /\b([a-z][a-z0-9+.-]*:\/\/)[^/\s@]+@/gi;

function escapeForRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

/**
 * Takes credentials out of everything that leaves: errors, exchange entries, URLs, logs.
 * It knows the secrets that were registered at sign-in, in all forms in which they travel, and the shapes that secrets usually have.
 */
export class Redactor {
  readonly #known = new Set<string>();
  #pattern: RegExp | undefined;

  /** Makes a secret known. Its percent-encoded, form-encoded, JSON-escaped and base64 forms become known with it. */
  register(secret: string | undefined): void {
    if (secret === undefined || secret.length < shortestSecret) return;
    const wellFormed = secret.toWellFormed();
    const forms = [
      secret,
      encodeURIComponent(wellFormed),
      encodeURI(wellFormed),
      new URLSearchParams([["", secret]]).toString().slice(1),
      JSON.stringify(secret).slice(1, -1),
      Buffer.from(secret, "utf8").toString("base64"),
      Buffer.from(secret, "utf8").toString("base64url"),
    ];
    if (forms.every((form) => this.#known.has(form))) return;
    for (const form of forms) this.#known.add(form);
    const escaped = [...this.#known].sort((a, b) => b.length - a.length).map(escapeForRegExp);
    this.#pattern = new RegExp(escaped.join("|"), "gi");
  }

  /** Any text, with everything secret in it replaced. */
  text(text: string): string {
    const known = this.#pattern === undefined ? text : text.replace(this.#pattern, placeholder);
    return known
      .replace(userInfo, `$1${placeholder}@`)
      .replace(scheme, `$1$2${placeholder}`)
      .replace(jsonField, `$1"${placeholder}"`)
      .replace(pair, `$1$2=${placeholder}`);
  }

  /** A URL or path with the values of secret query parameters replaced. */
  url(url: string): string {
    return this.text(url);
  }

  /** A copy of headers in which the value of every header whose name speaks of a secret is replaced. */
  headers(headers: Readonly<Record<string, string>>): Record<string, string> {
    return Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name,
        secretKey.test(name) ? placeholder : this.text(value),
      ]),
    );
  }

  /** A copy of a JSON value in which secret fields, and secrets in any string, are replaced. */
  value(value: unknown): unknown {
    if (typeof value === "string") return this.text(value);
    if (Array.isArray(value)) return value.map((item) => this.value(item));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [
        name,
        secretKey.test(name) && item !== null ? placeholder : this.value(item),
      ]),
    );
  }
}

/** Names of one language area. A name that is not in Latin letters carries its transliteration after a slash. */
export interface Culture {
  readonly given: string;
  readonly family: string;
}

/** A name as it is written, and in ASCII lower-case letters for addresses and logins. */
export interface Name {
  readonly written: string;
  readonly ascii: string;
}

import { foldString } from "../../filter/fold.ts";
import type { Account } from "../account.ts";

/** What of an account is compared by likeness, in a plain form: case, accents and punctuation taken off. */
export interface Features {
  /** The part of the e-mail before the `@`, and after it. */
  readonly local: string;
  readonly domain: string;
  readonly userName: string;
  /** The words of the name in order of the alphabet; of the e-mail's local part where there is no name. */
  readonly name: readonly string[];
}

/** The features of an account. */
export function featuresOf({ emails, userName = "", displayName = "" }: Account): Features {
  const email = [...emails, userName, displayName].find((text) => text.includes("@")) ?? "";
  const at = email.lastIndexOf("@");
  const localPart = email.slice(0, Math.max(0, at));
  const named = displayName.includes("@") ? "" : displayName;
  return {
    local: joined(localPart),
    domain: foldString(email.slice(at + 1)),
    userName: userName.includes("@") ? "" : joined(userName),
    name: wordsOf(named || localPart).toSorted(),
  };
}

/** The keys of which two accounts must share one to be compared at all. */
export function blockKeys({ local, userName, name }: Features): readonly string[] {
  const keys = new Set<string>();
  for (const text of [local, userName]) {
    const letters = text.replace(/\d+$/, "");
    if (letters.length > 2) keys.add(`is ${letters}`).add(`begins ${letters.slice(0, 5)}`);
  }
  if (name.length > 1) {
    keys.add(`words ${name.map((word) => word.slice(0, 3)).join(" ")}`);
    for (const last of name)
      for (const first of name)
        if (first !== last && last.length > 2)
          keys.add(`name ${first.slice(0, 1)} ${last}`).add(`is ${first.slice(0, 1)}${last}`);
  }
  return [...keys];
}

function plain(text: string): string {
  return foldString(text).normalize("NFD").replaceAll(/\p{M}/gu, "");
}

function joined(text: string): string {
  return plain(text).replaceAll(/[^\p{L}\p{N}]/gu, "");
}

function wordsOf(text: string): readonly string[] {
  return plain(text)
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "");
}

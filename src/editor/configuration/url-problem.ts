import type { Remark } from "../ui/ask.ts";

/** What is wrong with the base URL of a connection; undefined where nothing is. */
export function urlProblem(text: string): Remark | undefined {
  if (!URL.canParse(text))
    return { message: "An absolute URL is needed, for example https://platform.example.org." };
  const { protocol, search, hash, username, password } = new URL(text);
  if (protocol !== "https:" && protocol !== "http:")
    return { message: "The URL must begin with https:// or http://." };
  if (username !== "" || password !== "")
    return { message: "Leave user name and password out. Rollcall asks for them apart." };
  return search === "" && hash === "" ? undefined : { message: "Leave out what follows ? or #." };
}

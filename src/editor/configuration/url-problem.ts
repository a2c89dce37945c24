/** What is wrong with the base URL of a connection; undefined where nothing is. */
export function urlProblem(text: string): string | undefined {
  if (!URL.canParse(text)) return "An absolute URL is needed, for example https://platform.example.org.";
  const { protocol, search, hash, username, password } = new URL(text);
  if (protocol !== "https:" && protocol !== "http:") return "The URL must begin with https:// or http://.";
  if (username !== "" || password !== "")
    return "Leave user name and password out. Rollcall asks for them apart.";
  return search === "" && hash === "" ? undefined : "Leave out what follows ? or #.";
}

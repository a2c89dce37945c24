import type { PlatformKind } from "./settings.ts";

/** The header that each platform's token goes into, up to the token itself. */
const tokenHeaders: Readonly<Record<PlatformKind, string | undefined>> = {
  odm: "Authorization: bearer ",
  scim: "Authorization: Bearer ",
  astakos: "X-Auth-Token: ",
  agave: "Authorization: Bearer ",
  ubiops: "Authorization: Token ",
  osparc: undefined,
};

/** A `curl` command that reads a URL. The token is not in it: a POSIX shell takes it from an environment variable. */
export function curlCommand(platform: PlatformKind, url: string, tokenVariable: string): string {
  const header = tokenHeaders[platform];
  return [
    "curl",
    ...(header === undefined ? [] : [`--header "${header}$${tokenVariable}"`]),
    `'${url.replaceAll("'", "%27")}'`,
  ].join(" ");
}

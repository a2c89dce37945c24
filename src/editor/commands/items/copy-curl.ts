import { secretVariable } from "../../../config/secrets.ts";
import { curlCommand } from "../../../platforms/curl.ts";
import type { Host } from "../../host.ts";
import { chooseAnyResources } from "../../resources/choose-any.ts";
import { urlsOf } from "../../resources/urls.ts";
import { copyLines } from "./copied.ts";

/** Copies commands that read the selected resources. The token is not in them: it is taken from the environment. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const urls = await urlsOf(host, await chooseAnyResources(host, given, "Copy as curl Command"));
  await copyLines(
    urls.map(({ settings: { name, platform }, url }) =>
      curlCommand(platform, url, secretVariable(name, "token")),
    ),
  );
}

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Where the unpacked browser of the tool `editor` lies. */
export function packagedBrowserFolder(editorFolder: string): string {
  return join(editorFolder, "browser");
}

/**
 * Unpacks the browser of the npm package `@sparticuz/chromium`, with the shared libraries that it ships for machines that
 * lack them. The package holds a Linux x64 binary: elsewhere nothing is done.
 */
export async function installBrowser(editorFolder: string): Promise<void> {
  if (process.platform !== "linux" || process.arch !== "x64") return;
  const folder = packagedBrowserFolder(editorFolder);
  mkdirSync(folder, { recursive: true });
  const unpack = 'await (await import("@sparticuz/chromium")).default.executablePath()';
  const result = spawnSync(process.execPath, ["--input-type=module", "--eval", unpack], {
    cwd: editorFolder,
    // The package unpacks into the temporary folder, and its libraries only where it takes itself to be on AWS Lambda.
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x" },
    stdio: ["ignore", 2, 2],
  });
  if (result.status !== 0 || !existsSync(join(folder, "chromium")))
    throw new Error("The browser of the package @sparticuz/chromium could not be unpacked.");
  writeFileSync(join(folder, "fonts", "fonts.conf"), fontsConfiguration(join(folder, "fonts")));
}

/** The package's own configuration names folders that only AWS Lambda has. */
function fontsConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><cachedir>${join(folder, "cache")}</cachedir></fontconfig>
`;
}

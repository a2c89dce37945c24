// Builds the extension and the command line into dist/. Installs the dependencies first where they are missing,
// so that `npm run demo`, `npm test` and `npm start` work on a fresh clone.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(fileURLToPath(import.meta.url));
const production = process.argv.includes("--production");
const watch = process.argv.includes("--watch");

if (!existsSync(join(root, "node_modules", ".package-lock.json"))) installDependencies();

const esbuild = await import("esbuild");

/** Bundled CommonJS packages call `require` for Node's own modules; an ES module has none unless one is made. */
const requireBanner =
  'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);';

/** @type {import("esbuild").BuildOptions} */
const common = {
  absWorkingDir: root,
  outdir: "dist",
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  mainFields: ["module", "main"],
  banner: { js: requireBanner },
  minify: production,
  sourcemap: production ? false : "linked",
  legalComments: "none",
  logLevel: watch ? "info" : "warning",
};

/** @type {import("esbuild").BuildOptions} */
const faces = {
  ...common,
  entryPoints: { extension: "src/extension.ts", cli: "src/cli.ts" },
  external: ["vscode"],
  splitting: true,
  chunkNames: "chunks/[name]-[hash]",
};

if (watch) {
  const context = await esbuild.context(faces);
  await context.watch();
} else {
  rmSync(join(root, "dist"), { recursive: true, force: true });
  await esbuild.build(faces);
}
await writeSchemas();

/** Writes the JSON schemas of rollcall.jsonc and rollcall.links.jsonc, made from the same definitions that the loader validates with. */
async function writeSchemas() {
  const outfile = join(root, "node_modules", ".cache", "rollcall", "json-schema.mjs");
  mkdirSync(dirname(outfile), { recursive: true });
  await esbuild.build({
    ...common,
    outdir: undefined,
    outfile,
    sourcemap: false,
    entryPoints: ["src/config/json-schema.ts"],
  });
  const schemas = await import(`${pathToFileURL(outfile).href}?at=${Date.now()}`);
  const write = (name, schema) =>
    writeFileSync(join(root, "dist", name), `${JSON.stringify(schema, null, 2)}\n`);
  write("rollcall.schema.json", schemas.configurationJsonSchema());
  write("rollcall.links.schema.json", schemas.linksJsonSchema());
}

function installDependencies() {
  console.error("Installing the dependencies (npm ci) …");
  const npm = process.env.npm_execpath;
  const result = npm
    ? spawnSync(process.execPath, [npm, "ci"], { cwd: root, stdio: ["ignore", 2, 2] })
    : spawnSync("npm", ["ci"], { cwd: root, stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
  if (result.status !== 0) {
    console.error("npm ci failed: see above. Rollcall needs access to an npm registry once.");
    process.exit(1);
  }
}

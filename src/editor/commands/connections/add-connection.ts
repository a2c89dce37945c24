import { type PlatformName, platformFacts, platformNames } from "../../../config/platform-facts.ts";
import { addConnectionTo } from "../../configuration/edit.ts";
import { workspaceConfigurationFile } from "../../configuration/locate.ts";
import { urlProblem } from "../../configuration/url-problem.ts";
import type { Host } from "../../host.ts";
import { originOf } from "../../secrets/place.ts";
import { signInWays } from "../../secrets/sign-in-ways.ts";
import type { Remark } from "../../ui/ask.ts";
import { askSteps } from "../../ui/steps.ts";

const title = "Add Connection";

/** Asks for a platform, a name, a URL and a token, and adds the connection to rollcall.jsonc. */
export async function run(host: Host): Promise<void> {
  const state = await host.configuration.state();
  const file = "file" in state ? state.file : workspaceConfigurationFile();
  if (file === undefined || state.kind === "restricted") return tellNoPlace(host, state.kind);
  const names = "configuration" in state ? Object.keys(state.configuration.connections) : [];
  let platform: PlatformName = "odm";
  let url = "";
  const signInWay = () => signInWays[platform][0];
  const step = (number: number) => ({ title, step: number, of: signInWay() === undefined ? 3 : 4 });
  const answers = await askSteps([
    async () => {
      const answer = await host.ask.pick({
        id: "platform",
        title,
        step: step(1),
        placeholder: "Which platform?",
        choices: platformNames.map((id) => ({ id, label: platformFacts[id].title, description: id })),
      });
      platform = platformNames.find((name) => name === answer) ?? platform;
      return answer;
    },
    () =>
      host.ask.input({
        id: "name",
        title,
        step: step(2),
        prompt: "A short name for it, used in rules and shown in the views",
        value: freeName(platform, names),
        validate: (name) => nameProblem(name, names),
      }),
    async () => {
      const answer = await host.ask.input({
        id: "url",
        title,
        step: step(3),
        prompt: `Where ${platformFacts[platform].title} is`,
        placeholder: "https://platform.example.org",
        validate: urlProblem,
      });
      url = typeof answer === "string" ? answer : url;
      return answer;
    },
    async () => {
      const way = signInWay();
      if (way === undefined) return "";
      return host.ask.input({
        id: "token",
        title,
        step: step(4),
        prompt: `${way.label} for ${originOf(url)}. Leave empty to sign in later.`,
        secret: true,
      });
    },
  ]);
  if (answers === undefined) return;
  const [, name = platform, address = url, token = ""] = answers;
  if (token !== "") await host.secrets.store(name, originOf(address), "token", token);
  await addConnectionTo(file, { name, platform, url: address });
  await host.configuration.reload();
}

function freeName(platform: string, names: readonly string[]): string {
  const candidates = [platform, ...names.map((_, index) => `${platform}${index + 2}`)];
  return candidates.find((candidate) => !names.includes(candidate)) ?? platform;
}

function nameProblem(name: string, names: readonly string[]): Remark | undefined {
  if (names.includes(name)) return { message: `There is a connection called ${name} already.` };
  if (/^[A-Za-z][A-Za-z0-9_-]*$/.test(name)) return undefined;
  return { message: "Start with a letter; then letters, digits, _ and - are possible." };
}

async function tellNoPlace(host: Host, kind: string): Promise<void> {
  const message =
    kind === "restricted"
      ? "This folder is not trusted. Trust it to add connections to its rollcall.jsonc."
      : "Open a folder first: the connection is written to its rollcall.jsonc.";
  await host.ask.offer({ id: "noPlace", level: "information", message, actions: [] });
}

import type { ActorRequest } from "../../../platforms/agave/answers/actors.ts";
import { jsonDraftProblem, readJsonDraft } from "../../calls/json-draft.ts";
import type { Host } from "../../host.ts";
import { viewIdOf } from "../../identifiers.ts";
import { choosePlatformConnection } from "../../resources/choose.ts";
import { allows } from "../../resources/consent.ts";
import { openConnection } from "../../resources/open.ts";
import { readAgain } from "../../resources/show-again.ts";
import { withViewProgress } from "../../ui/progress.ts";
import { askSteps } from "../../ui/steps.ts";
import { agave } from "../../views/agave/client.ts";

const title = "Register Actor";

/** Asks for an actor's image, name and whether it keeps state, or for its whole description as JSON, and registers it. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const connection = await choosePlatformConnection(host, given, "actors", title);
  if (connection === undefined) return;
  const request = await askRequest(host);
  if (request === undefined) return;
  const { name } = connection;
  const approved = await allows(host, name, {
    id: "register",
    message: `Register an actor on ${name} at ${connection.url}?`,
    detail: JSON.stringify(request, null, 2),
    action: "Register",
  });
  if (!approved) return;
  const client = agave(await openConnection(host.sessions, name));
  try {
    await withViewProgress(viewIdOf("actors"), () => client.call("actors.add", { body: request }));
  } finally {
    await readAgain(host, "actors", name);
  }
}

async function askRequest(host: Host): Promise<ActorRequest | undefined> {
  const way = await host.ask.pick({
    id: "way",
    title,
    placeholder: "How do you want to describe it?",
    choices: [
      { id: "form", label: "By its image and name", icon: "list-unordered" },
      {
        id: "json",
        label: "As JSON in an editor",
        detail: "With its environment and all else",
        icon: "json",
      },
    ],
  });
  if (way === "form") return askForm(host);
  return way === "json" ? askJson(host) : undefined;
}

async function askForm(host: Host): Promise<ActorRequest | undefined> {
  const step = (number: number) => ({ title, step: number, of: 4 });
  const answers = await askSteps([
    () =>
      host.ask.input({
        id: "image",
        title,
        step: step(1),
        prompt: "The container image that runs with each message",
        placeholder: "organisation/image:tag",
        validate: (text) => (text.trim() === "" ? { message: "An image is needed." } : undefined),
      }),
    () => host.ask.input({ id: "name", title, step: step(2), prompt: "A name; empty for none" }),
    () => host.ask.input({ id: "description", title, step: step(3), prompt: "What it does; empty for none" }),
    () =>
      host.ask.pick({
        id: "stateless",
        title,
        step: step(4),
        placeholder: "Does it keep state from one message to the next?",
        choices: [
          { id: "true", label: "No", detail: "Several workers can run it at once" },
          { id: "false", label: "Yes", detail: "One message after the other" },
        ],
      }),
  ]);
  if (answers === undefined) return undefined;
  const [image = "", name = "", description = "", stateless] = answers;
  return {
    image: image.trim(),
    ...(name.trim() === "" ? {} : { name: name.trim() }),
    ...(description.trim() === "" ? {} : { description: description.trim() }),
    stateless: stateless === "true",
  };
}

async function askJson(host: Host): Promise<ActorRequest | undefined> {
  const example = {
    image: "organisation/image:tag",
    name: "",
    description: "",
    stateless: true,
    defaultEnvironment: {},
  };
  const text = await host.ask.draft({
    id: "actor",
    title,
    name: "actor.jsonc",
    text: `// The actor to register. Comments are not sent.\n${JSON.stringify(example, null, 2)}\n`,
    action: "Register…",
    validate: (written) => jsonDraftProblem(written) ?? imageProblem(readJsonDraft(written)),
  });
  return text === undefined ? undefined : (readJsonDraft(text) as ActorRequest);
}

function imageProblem(value: unknown) {
  const { image } = (typeof value === "object" && value !== null ? value : {}) as {
    readonly image?: unknown;
  };
  return typeof image === "string" && image !== "" ? undefined : { message: "An actor needs an image." };
}

import type { CredentialRequest, System } from "../../../platforms/agave/answers/systems.ts";
import type { Host } from "../../host.ts";
import { chooseResources } from "../../resources/choose.ts";
import { allows } from "../../resources/consent.ts";
import { openConnection } from "../../resources/open.ts";
import { withProgress } from "../../ui/progress.ts";
import { askSteps } from "../../ui/steps.ts";
import { agave } from "../../views/agave/client.ts";
import { showCredentials } from "../../views/systems/show-credentials.ts";
import type { CredentialsSubject, SystemPlace } from "../../views/systems/subjects.ts";
import { givenSubject } from "../given.ts";

const title = "Add Credential";

/** What each type of credential consists of; what is secret is typed unseen. */
const types = {
  PASSWORD: [
    { name: "username", prompt: "User name on the system", secret: false },
    { name: "password", prompt: "Password", secret: true },
  ],
  SSHKEYS: [
    { name: "username", prompt: "User name on the system", secret: false },
    { name: "publicKey", prompt: "Public key", secret: false },
    { name: "privateKey", prompt: "Private key", secret: true },
  ],
  TOKEN: [
    { name: "username", prompt: "User name on the system", secret: false },
    { name: "credential", prompt: "Token", secret: true },
  ],
} as const;

/** Asks for what a system is entered with, and stores it on the platform. It replaces the default credential of its kind. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const place = await chooseSystem(host, given);
  if (place === undefined) return;
  const type = await host.ask.pick({
    id: "type",
    title,
    placeholder: `With what is ${place.name} entered?`,
    choices: [
      { id: "PASSWORD", label: "User name and password" },
      { id: "SSHKEYS", label: "SSH keys" },
      { id: "TOKEN", label: "Token" },
    ],
  });
  if (type !== "PASSWORD" && type !== "SSHKEYS" && type !== "TOKEN") return;
  const fields = types[type];
  const answers = await askSteps(
    fields.map(
      ({ name, prompt, secret }, index) =>
        () =>
          host.ask.input({
            id: name,
            title,
            step: { title, step: index + 1, of: fields.length },
            prompt,
            secret,
            validate: (text) => (text.trim() === "" ? { message: `${prompt} is needed.` } : undefined),
          }),
    ),
  );
  if (answers === undefined) return;
  const approved = await allows(host, place.connection, {
    id: "credential",
    message: `Store this credential for ${place.name} on ${place.connection}?`,
    detail: `${type} of ${answers[0]}. It takes the place of the default credential that is there.`,
    action: "Store",
  });
  if (!approved) return;
  const values = Object.fromEntries(fields.map(({ name }, index) => [name, answers[index] ?? ""]));
  await store(host, place, { type, default: true, server: {}, ...values });
}

async function store(host: Host, place: SystemPlace, body: CredentialRequest): Promise<void> {
  const client = agave(await openConnection(host.sessions, place.connection));
  try {
    await withProgress(`storing a credential of ${place.name}`, ({ signal }) =>
      client.call("systems.updateCredentials", { systemId: place.system, body }, { signal }),
    );
  } finally {
    await showCredentials(host, place);
  }
}

async function chooseSystem(host: Host, given: readonly unknown[]): Promise<SystemPlace | undefined> {
  const section = givenSubject<CredentialsSubject>(given, "credentials");
  if (section !== undefined) return section;
  const [system] = await chooseResources<System>(host, given, "systems", {
    title,
    eligible: {
      test: ({ data }) => data.public !== true,
      none: "Public systems are entered by their owners' credentials.",
    },
  });
  return system && { connection: system.connection, system: system.id, name: system.name };
}

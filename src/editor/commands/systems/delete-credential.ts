import type { Host } from "../../host.ts";
import { confirmed } from "../../resources/confirmation.ts";
import { openConnection } from "../../resources/open.ts";
import { workOnEach } from "../../resources/work-on-each.ts";
import { chooseSubjects } from "../../tree/choose.ts";
import { showCredentials } from "../../views/systems/show-credentials.ts";
import type { CredentialSubject } from "../../views/systems/subjects.ts";

/** Deletes the selected credentials after one question. Those without an internal user go together: the platform cannot tell them apart. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const credentials = await chooseSubjects<CredentialSubject>(host, given, {
    kind: "credential",
    title: "Delete Credential",
    view: "systems",
    path: ["system", "credentials", "credential"],
    none: "The system has no credentials.",
  });
  if (credentials.length === 0) return;
  const approved = await confirmed(host, credentials, {
    id: "delete",
    verb: "Delete the Credentials of",
    one: "credential",
    detailOf: ({ name, credential }) =>
      credential.internalUsername
        ? `${credential.internalUsername} on ${name}`
        : `every credential on ${name} that is of no internal user`,
    consequence: "Files and jobs that need them fail from then on.",
  });
  if (!approved) return;
  await workOnEach(host, {
    items: credentials,
    nameOf: ({ name, credential }) => credential.internalUsername ?? `credentials of ${name}`,
    doing: "deleting",
    done: "deleted",
    one: "credential",
    run: async ({ connection, system, credential }, signal) => {
      const { client } = await openConnection(host.sessions, connection);
      const { internalUsername } = credential;
      if (internalUsername) {
        const args = { systemId: system, internalUsername };
        await client.callNamed("systems.deleteCredentialsForInternalUser", args, { signal });
      } else await client.callNamed("systems.deleteCredentials", { systemId: system }, { signal });
    },
    show: async () => {
      for (const place of credentials) await showCredentials(host, place);
    },
  });
}

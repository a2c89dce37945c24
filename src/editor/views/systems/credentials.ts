import type { StoredCredential } from "../../../platforms/agave/answers/systems.ts";
import type { Host } from "../../host.ts";
import { openConnection } from "../../resources/open.ts";
import { sectionNode } from "../../resources/section.ts";
import { markdownText, type TreeNode } from "../../tree/node.ts";
import { agave } from "../agave/client.ts";
import type { CredentialSubject, CredentialsSubject, SystemPlace } from "./subjects.ts";

/** What a system is entered with. The platform does not answer what is secret of it. */
export function credentialsNode(host: Host, ownerId: string, place: SystemPlace): TreeNode {
  const subject: CredentialsSubject = { kind: "credentials", ...place };
  return sectionNode(ownerId, {
    name: "credentials",
    label: "Credentials",
    icon: { id: "key" },
    noun: "credentials",
    subject,
    none: "No credentials",
    async load(signal) {
      const client = agave(await openConnection(host.sessions, place.connection));
      const stored = await client
        .call("systems.listCredentials", { systemId: place.system }, { signal })
        .catch(noneWhereIndexed);
      return stored.map((credential, index) =>
        credentialNode(`${ownerId}/credentials/${index}`, place, credential),
      );
    },
  });
}

/** A system without credentials makes the service fail over its own list, with an error that says so in the words of its runtime. */
function noneWhereIndexed(error: { readonly kind?: unknown; readonly text?: unknown }): readonly [] {
  if (error.kind === "unavailable" && /-1\b.*\bout of (bounds|range)/i.test(String(error.text))) return [];
  throw error;
}

function credentialNode(id: string, place: SystemPlace, credential: StoredCredential): TreeNode {
  const { internalUsername, type, parentType, username, valid, created } = credential;
  const subject: CredentialSubject = { kind: "credential", ...place, credential };
  const isInvalid = valid === false;
  const rows = [
    ["type", type],
    ["for", parentType],
    ["user name", username],
    ["internal user", internalUsername],
    ["created", created],
  ].filter((row): row is [string, string] => Boolean(row[1]));
  const name = internalUsername || username;
  return {
    id,
    label: name || type || "credential",
    description: [
      name ? type : undefined,
      parentType?.toLowerCase(),
      credential.default ? "default" : undefined,
      isInvalid ? "not valid" : undefined,
    ]
      .filter(Boolean)
      .join(" · "),
    tooltip: rows.map(([label, value]) => `- ${label}: ${markdownText(value)}`).join("\n"),
    icon: isInvalid ? { id: "warning", color: "list.warningForeground" } : { id: "key" },
    noun: "credential",
    flags: internalUsername ? ["internal"] : [],
    spoken: "credential",
    subject,
  };
}

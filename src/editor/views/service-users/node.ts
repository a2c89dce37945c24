import { resourceNode } from "../../resources/resource-node.ts";
import type { NodeIcon, TreeNode } from "../../tree/node.ts";
import { markdownText } from "../../tree/node.ts";
import { dayText, type Expiry, expiryOf } from "./expiry.ts";
import type { ServiceUserResource } from "./service-user.ts";

/** How each state of an expiry is shown. */
export const expiryIcons: Readonly<Record<Expiry["state"], NodeIcon>> = {
  expired: { id: "circle-slash", color: "list.errorForeground" },
  soon: { id: "warning", color: "list.warningForeground" },
  valid: { id: "key" },
  never: { id: "key" },
};

/** A service user at a moment, in milliseconds since 1970. `kept`: its token is in the editor's secret storage. */
export function serviceUserNode(resource: ServiceUserResource, now: number, kept: boolean): TreeNode {
  const { data, name } = resource;
  const expiry = expiryOf(data, now);
  const lastUse = data.token_last_used ? `token used ${dayText(data.token_last_used)}` : undefined;
  return resourceNode(resource, {
    label: name,
    description: [expiry.text, lastUse, kept ? "token kept" : undefined].filter(Boolean).join(" · "),
    tooltip: tooltip(resource, expiry, kept),
    icon: expiryIcons[expiry.state],
    noun: "serviceUser",
    flags: [...(expiry.state === "expired" ? ["expired"] : ["live", "editable"]), ...(kept ? ["token"] : [])],
    spoken: expiry.state === "soon" ? "service user, expires soon" : "service user",
  });
}

function tooltip({ connection, data, name }: ServiceUserResource, expiry: Expiry, kept: boolean): string {
  const rows = [
    ["connection", connection],
    ["id", data.id],
    ["e-mail", data.email],
    ["description", data.description],
    ["created", data.creation_date && dayText(data.creation_date)],
    ["expiry", data.expiry_date ? `${dayText(data.expiry_date)}: ${expiry.text}` : expiry.text],
    ["CORS origins", data.allowed_cors_origins?.join(", ")],
    ["token last used", data.token_last_used && dayText(data.token_last_used)],
    ["token", kept ? "kept in the editor's secret storage" : undefined],
  ].filter((row): row is [string, string] => Boolean(row[1]));
  const table = rows.map(([label, value]) => `- ${label}: ${markdownText(value)}`).join("\n");
  return `**${markdownText(name)}**\n\n${table}`;
}

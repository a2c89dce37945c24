import { jsonReply, type Reply, type SandboxRequest } from "../server/message.ts";
import type { AstakosUser } from "../world/records.ts";

const day = 24 * 3600 * 1000;
const tokenLifetime = 30 * day;

interface Token {
  readonly value: string;
  /** Milliseconds since 1970. */
  readonly created: number;
}

interface Resource {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly unit: string;
  readonly limit: number;
  readonly used: number;
}

const resources: readonly Resource[] = [
  {
    name: "pithos+.diskspace",
    title: "Storage Space",
    description: "Disk space of the Pithos account",
    unit: "bytes",
    limit: 53_687_091_200,
    used: 4_536_392,
  },
  {
    name: "cyclades.vm",
    title: "VM",
    description: "Number of virtual machines",
    unit: "",
    limit: 2,
    used: 1,
  },
  {
    name: "cyclades.cpu",
    title: "CPU",
    description: "Number of processors of virtual machines",
    unit: "",
    limit: 6,
    used: 2,
  },
];

/**
 * Answers `authenticate`: 200 with a body, times in milliseconds since 1970, and what the user has used only where the
 * parameter `usage` has a value.
 */
export function authenticateReply(user: AstakosUser, token: Token, request: SandboxRequest): Reply {
  return jsonReply(200, {
    id: user.id,
    username: user.displayname,
    uuid: user.uuid,
    email: [user.displayname],
    name: user.name,
    auth_token_created: token.created,
    auth_token_expires: token.created + tokenLifetime,
    groups: ["default"],
    auth_token: token.value,
    ...(request.query.get("usage") ? { usage: resources.map(usageOf) } : {}),
  });
}

function usageOf({ name, title, description, unit, limit, used }: Resource): unknown {
  return {
    name,
    description,
    unit,
    help_text: `${description}.`,
    help_text_input_each: `${description} for each member of the project.`,
    is_abbreviation: title === title.toUpperCase(),
    report_desc: title,
    placeholder: unit === "bytes" ? "e.g. 10GB" : "e.g. 2",
    verbose_name: title,
    display_name: title,
    pluralized_display_name: title === title.toUpperCase() ? `${title}s` : title,
    maxValue: limit,
    currValue: used,
  };
}

import { jsonReply, type Reply, reply } from "../server/message.ts";

/** The faults of the gateway before the services (WSO2 API Manager), by code. They have no Agave envelope. */
const faults = {
  900800: "Message throttled out",
  900901: "Invalid Credentials",
  900902: "Missing Credentials",
  900904: "Access Token Inactive",
} as const;

export type GatewayFault = keyof typeof faults;

/** A fault in the older form of the gateway, XML. */
export function xmlFault(status: number, code: GatewayFault): Reply {
  const parts = {
    code,
    message: faults[code],
    description: "Access failure. Make sure your token is valid.",
  };
  const xml = Object.entries(parts).map(([name, text]) => `<ams:${name}>${text}</ams:${name}>`);
  return reply(
    status,
    "application/xml",
    `<ams:fault xmlns:ams="http://wso2.org/apimanager/security">${xml.join("")}</ams:fault>`,
    { "www-authenticate": 'OAuth2 realm="WSO2 API Manager"' },
  );
}

/** A fault in the newer form of the gateway, JSON. Whatever is wrong with a token, it speaks of credentials. */
export function jsonFault(status: number, code: number, message: string): Reply {
  return jsonReply(status, { fault: { code, message, description: "Access failure at the gateway." } });
}

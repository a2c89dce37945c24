import type { ServiceUser } from "../../platforms/ubiops/answers.ts";
import { viewIdOf } from "../identifiers.ts";
import type { Resource } from "../resources/resource.ts";
import { counted } from "../views/reconciliation/words.ts";
import { type Expiry, expiryOf } from "../views/service-users/expiry.ts";
import type { Notice } from "./notice.ts";

type Known = Pick<Resource<ServiceUser>, "connection" | "name" | "data">;
type Ending = Extract<Expiry["state"], "soon" | "expired">;

const texts: Readonly<Record<Ending, { readonly icon: string; readonly many: string }>> = {
  soon: { icon: "warning", many: "expire soon" },
  expired: { icon: "circle-slash", many: "expired" },
};

/** The service users whose tokens end soon or have ended at a moment, in milliseconds since 1970: one notice for each connection and state. */
export function serviceUserNotices(users: readonly Known[], now: number): readonly Notice[] {
  return (["soon", "expired"] as const).flatMap((state) => {
    const ending = users.filter(({ data }) => expiryOf(data, now).state === state);
    const byConnection = Map.groupBy(ending, ({ connection }) => connection);
    return [...byConnection].map(([connection, members]) => noticeOf(connection, state, members, now));
  });
}

function noticeOf(connection: string, state: Ending, users: readonly Known[], now: number): Notice {
  const told = users.map(({ name, data }) => `${name} ${expiryOf(data, now).text}`);
  const { icon, many } = texts[state];
  return {
    urgency: "ending",
    icon,
    text:
      told.length === 1
        ? `${connection}: ${told[0]}`
        : `${connection}: ${counted(told.length, "service user")} ${many}`,
    detail: told.length === 1 ? "A service user." : `${told.join(", ")}.`,
    action: { command: `${viewIdOf("serviceUsers")}.focus`, title: "Show Service Users" },
  };
}

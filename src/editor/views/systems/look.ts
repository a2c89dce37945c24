import type { System } from "../../../platforms/agave/answers/systems.ts";
import type { NodeIcon } from "../../tree/node.ts";

/** How a system is shown: by its type, and greyed where it is out of use. */
export function systemIcon({ type, available }: Pick<System, "type" | "available">): NodeIcon {
  const id = type === "EXECUTION" ? "server" : "database";
  return available === false ? { id: "circle-slash", color: "disabledForeground" } : { id };
}

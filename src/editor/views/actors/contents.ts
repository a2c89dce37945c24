import type { Content } from "../../contents/content.ts";
import { agave } from "../agave/client.ts";

/** What an execution wrote. The platform keeps it for a time only. */
export const executionLogs: Content = {
  async read(opened, [actorId = "", executionId = ""], signal) {
    const { logs } = await agave(opened).call(
      "actors.getExecutionLogs",
      { actorId, executionId },
      signal ? { signal } : {},
    );
    return logs === "" ? "The execution wrote nothing, or its log has expired.\n" : logs;
  },
};

/** Why an actor is in its state, in the platform's words. */
export const actorMessage: Content = {
  async read(opened, [actorId = ""], signal) {
    const { status, statusMessage } = await agave(opened).call(
      "actors.get",
      { actorId },
      signal ? { signal } : {},
    );
    return `${[status, statusMessage?.trim()].filter(Boolean).join("\n\n")}\n`;
  },
};

import type { Content } from "../contents/content.ts";
import { agave } from "../views/agave/client.ts";
import { notificationJson } from "./look.ts";

/** A notification as JSON, without the secrets in its address. */
export const notificationContent: Content = {
  async read(opened, [uuid = ""], signal) {
    const data = await agave(opened).call("notifications.get", { uuid }, signal ? { signal } : {});
    return `${JSON.stringify(notificationJson(data), null, 2)}\n`;
  },
};

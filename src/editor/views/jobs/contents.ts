import type { Content } from "../../contents/content.ts";
import { agave } from "../agave/client.ts";
import { readHistory } from "./history.ts";

/** What has happened to a job, as JSON. */
export const jobHistory: Content = {
  async read(opened, [jobId = ""], signal) {
    const events = await readHistory(agave(opened), jobId, signal);
    return `${JSON.stringify(events, null, 2)}\n`;
  },
};

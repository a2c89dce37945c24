import type { Content } from "./content.ts";

/** Everything that opens as a read-only document and is no resource, loaded when it is opened. */
export const contents: Readonly<Record<string, () => Promise<Content>>> = {
  executionLogs: async () => (await import("../views/actors/contents.ts")).executionLogs,
  actorMessage: async () => (await import("../views/actors/contents.ts")).actorMessage,
  jobHistory: async () => (await import("../views/jobs/contents.ts")).jobHistory,
  jobOutput: async () => (await import("../views/jobs/contents.ts")).jobOutput,
  fileHistory: async () => (await import("../views/systems/contents.ts")).fileHistory,
  metadata: async () => (await import("../metadata/content.ts")).metadataContent,
  notification: async () => (await import("../notifications/content.ts")).notificationContent,
};

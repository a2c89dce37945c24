import type { HistoryEvent } from "../../../platforms/agave/answers/common.ts";
import type { PlatformClients } from "../../../platforms/open.ts";
import type { Host } from "../../host.ts";
import { sectionNode } from "../../resources/section.ts";
import { markdownText, type TreeNode } from "../../tree/node.ts";
import { agaveClient } from "../agave/client.ts";
import { jobLook, jobStatuses } from "./status.ts";
import type { JobPlace, JobSectionSubject } from "./subjects.ts";
import { momentText } from "./times.ts";

/** What has happened to a job, the oldest first. */
export function historyNode(host: Host, ownerId: string, place: JobPlace): TreeNode {
  const subject: JobSectionSubject = { kind: "jobHistory", ...place };
  return sectionNode(ownerId, {
    name: "history",
    label: "History",
    icon: { id: "history" },
    noun: "jobHistory",
    subject,
    none: "Nothing has happened yet",
    async load(signal) {
      const events = await readHistory(await agaveClient(host, place.connection), place.job, signal);
      return events.map((event, index) => eventNode(`${ownerId}/history/${index}`, event));
    },
  });
}

/** Reads all that has happened to a job, the oldest first. */
export async function readHistory(
  client: PlatformClients["agave"],
  jobId: string,
  signal?: AbortSignal,
): Promise<readonly HistoryEvent[]> {
  const events: HistoryEvent[] = [];
  for await (const page of client.pages("jobs.getHistory", { jobId }, { signal })) events.push(...page);
  return events;
}

function eventNode(id: string, { status, created, createdBy, description }: HistoryEvent): TreeNode {
  const { text, icon } = jobLook(status);
  return {
    id,
    label: text,
    description: [momentText(created), createdBy].filter(Boolean).join(" · "),
    tooltip: markdownText(description || text),
    icon: jobStatuses.includes(status) ? icon : { id: "circle-small-filled" },
    noun: "jobEvent",
    spoken: description ?? "",
  };
}

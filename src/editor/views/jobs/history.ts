import type { HistoryEvent } from "../../../platforms/agave/answers/common.ts";
import type { Host } from "../../host.ts";
import { openConnection } from "../../resources/open.ts";
import { sectionNode } from "../../resources/section.ts";
import { markdownText, type TreeNode } from "../../tree/node.ts";
import { agave } from "../agave/client.ts";
import { jobLook } from "./status.ts";
import type { JobPlace, JobSectionSubject } from "./subjects.ts";

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
      const client = agave(await openConnection(host.sessions, place.connection));
      const events = await client.call("jobs.getHistory", { jobId: place.job }, { signal });
      return events.map((event, index) => eventNode(`${ownerId}/history/${index}`, event));
    },
  });
}

function eventNode(id: string, { status, created, createdBy, description }: HistoryEvent): TreeNode {
  const look = jobLook(status);
  return {
    id,
    label: look.text,
    description: [created, createdBy].filter(Boolean).join(" · "),
    tooltip: markdownText(description ?? status),
    icon: look.icon,
    noun: "jobEvent",
    spoken: description ?? "",
  };
}

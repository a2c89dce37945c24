import { markdownText } from "../../tree/node.ts";
import { counted } from "../reconciliation/words.ts";
import type { JobResource } from "./job.ts";
import { jobLook } from "./status.ts";
import { durationText, momentText } from "./times.ts";

/** All that the list tells of a job, as Markdown. */
export function jobTooltip({ connection, data, name }: JobResource): string {
  const rows: readonly (readonly [label: string, value: unknown])[] = [
    ["connection", connection],
    ["id", data.id],
    ["status", jobLook(data.status).text],
    ["message", data.message],
    ["app", data.appId],
    ["system", data.executionSystem],
    ["id on the system", data.localId],
    ["queue", data.batchQueue],
    ["nodes", nodesText(data.nodeCount, data.processorsPerNode)],
    ["owner", data.owner],
    ["created", moment(data.created)],
    ["submitted", moment(data.submitTime)],
    ["started", moment(data.startTime)],
    ["ended", moment(data.endTime)],
    ["ran for", durationText(data.startTime, data.endTime)],
  ];
  const table = rows
    .filter(([, value]) => value !== undefined && value !== null && value !== "")
    .map(([label, value]) => `- ${label}: ${markdownText(String(value))}`);
  return `**${markdownText(name)}**\n\n${table.join("\n")}`;
}

function moment(time: string | null | undefined): string | undefined {
  return time ? momentText(time) : undefined;
}

function nodesText(nodes: number | undefined, processors: number | undefined): string | undefined {
  if (!nodes) return undefined;
  const each = processors ? ` with ${counted(processors, "processor")} each` : "";
  return `${nodes.toLocaleString("en")}${each}`;
}

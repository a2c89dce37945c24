import type { ResourceGrouping } from "../../resources/arrangement.ts";
import { dayText } from "../service-users/expiry.ts";
import type { ListedJob } from "./job.ts";
import { jobLook, jobStatuses } from "./status.ts";
import { timeOf } from "./times.ts";

const day = 86_400_000;

/** The ways to put jobs into groups. */
export const jobGroupings: readonly ResourceGrouping<ListedJob>[] = [
  {
    id: "status",
    label: "Status",
    of({ status }) {
      const { text, icon } = jobLook(status);
      const label = `${text[0]?.toUpperCase()}${text.slice(1)}`;
      return { id: text, label, icon, rank: jobStatuses.indexOf(status ?? "") };
    },
  },
  {
    id: "app",
    label: "App",
    of: ({ appId }) => named(appId, "App not known", "package"),
  },
  {
    id: "system",
    label: "System",
    of: ({ executionSystem }) => named(executionSystem, "System not known", "server"),
  },
  {
    id: "day",
    label: "Day",
    of: ({ created }) => dayGroup(created, Date.now()),
  },
];

function named(name: string | null | undefined, otherwise: string, icon: string) {
  return { id: name || "unknown", label: name || otherwise, icon: { id: icon } };
}

/** The group of the day on which a job was created, in UTC, the last day first. */
function dayGroup(created: string | null | undefined, now: number) {
  const time = timeOf(created);
  const icon = { id: "calendar" };
  if (Number.isNaN(time)) return { id: "unknown", label: "Day not known", icon, rank: 1 };
  const label = dayText(new Date(time).toISOString());
  const ago = Math.floor(now / day) - Math.floor(time / day);
  const name = ["Today", "Yesterday"][ago];
  return { id: label, label: name ?? label, icon, rank: -Math.floor(time / day) };
}

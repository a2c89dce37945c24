import type { Host } from "../../host.ts";
import type { back, QuestionStep, Remark } from "../../ui/ask.ts";

type Answer = Promise<string | typeof back | undefined>;

interface Asked {
  readonly title: string;
  readonly step: QuestionStep;
  readonly value: string;
}

/** Asks for the name of an app. */
export function askAppName(host: Host, { title, step, value }: Asked): Answer {
  return host.ask.input({
    id: "name",
    title,
    step,
    value,
    prompt: "Its name: letters, digits, hyphens and underscores",
    validate: nameRemark,
  });
}

/** Asks for the version of an app. */
export function askAppVersion(host: Host, { title, step, value }: Asked): Answer {
  return host.ask.input({
    id: "version",
    title,
    step,
    value,
    prompt: "Its version: numbers with full stops between",
    validate: versionRemark,
  });
}

function nameRemark(text: string): Remark | undefined {
  if (/^[A-Za-z0-9][\w-]{0,63}$/.test(text.trim())) return undefined;
  return { message: "Letters, digits, hyphens and underscores, 64 at most." };
}

function versionRemark(text: string): Remark | undefined {
  return /^\d+(\.\d+)*$/.test(text.trim())
    ? undefined
    : { message: "Numbers with full stops between: 1.0.2" };
}

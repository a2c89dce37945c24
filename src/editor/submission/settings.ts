/** What a job request may say beside its inputs and parameters: what is wrong with a value. */
type Check = (value: unknown) => string | undefined;

const anything: Check = () => undefined;
const text: Check = (value) => (typeof value === "string" && value.trim() !== "" ? undefined : "is a text");
const whole: Check = (value) =>
  Number.isInteger(Number(value)) && Number(value) > 0 && typeof value !== "boolean"
    ? undefined
    : "is a whole number above 0";
const memory: Check = (value) =>
  /^\d+(\.\d+)?( ?[KMGTP]B?)?$/i.test(String(value)) && Number.parseFloat(String(value)) > 0
    ? undefined
    : "is a number of gigabytes, such as 4 or 4GB";
const time: Check = (value) =>
  typeof value === "string" && /^\d{1,3}:[0-5]\d:[0-5]\d$/.test(value)
    ? undefined
    : "is hours, minutes and seconds, such as 01:30:00";
const choice: Check = (value) => (/^(true|false)$/i.test(String(value)) ? undefined : "is true or false");
const list: Check = (value) => (Array.isArray(value) ? undefined : "is a list");

/** The fields of a job request (JobRequestProcessor), those of older clients among them. */
export const settings: Readonly<Record<string, Check>> = {
  name: anything,
  appId: anything,
  inputs: anything,
  parameters: anything,
  archive: choice,
  archiveSystem: text,
  archivePath: anything,
  batchQueue: text,
  queue: text,
  nodeCount: whole,
  processorsPerNode: whole,
  processorCount: whole,
  memoryPerNode: memory,
  maxMemory: memory,
  maxRunTime: time,
  requestedTime: time,
  notifications: list,
  callbackUrl: text,
  internalUsername: text,
};

/** What is wrong with the value of such a field. One that is null is as good as none. */
export function settingProblem(name: string, value: unknown): string | undefined {
  return value === null || value === undefined ? undefined : settings[name]?.(value);
}

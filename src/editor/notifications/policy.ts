import type { Notification } from "../../platforms/agave/answers/notifications.ts";

type Policy = NonNullable<Notification["policy"]>;

interface PolicyChoice {
  readonly id: string;
  readonly label: string;
  /** Absent where the platform's own default is left as it is. */
  readonly policy?: Policy;
}

/** What can be done where somebody cannot be told: delays and rates are seconds. */
export const policies: readonly PolicyChoice[] = [
  { id: "none", label: "Do not try again" },
  {
    id: "immediate",
    label: "Try again at once",
    policy: {
      retryStrategyType: "IMMEDIATE",
      retryLimit: 5,
      retryRate: 5,
      retryDelay: 0,
      saveOnFailure: true,
    },
  },
  {
    id: "delayed",
    label: "Try again later",
    policy: {
      retryStrategyType: "DELAYED",
      retryLimit: 12,
      retryRate: 300,
      retryDelay: 300,
      saveOnFailure: true,
    },
  },
  {
    id: "exponential",
    label: "Try again in growing intervals",
    policy: {
      retryStrategyType: "EXPONENTIAL",
      retryLimit: 10,
      retryRate: 30,
      retryDelay: 30,
      saveOnFailure: true,
    },
  },
];

/** A policy in words: `up to 5 more times, every 5 s`. */
export function policyText(policy: Policy | undefined): string {
  const { retryStrategyType = "NONE", retryLimit = 0, retryRate = 0, retryDelay = 0 } = policy ?? {};
  if (retryStrategyType === "NONE" || retryLimit === 0) return "is not tried again";
  const often = retryLimit < 0 ? "any number of times" : `up to ${retryLimit.toLocaleString("en")} times`;
  const intervals =
    retryStrategyType === "EXPONENTIAL" ? `in growing intervals from ${retryRate} s` : `every ${retryRate} s`;
  return [
    `is tried again ${often}`,
    retryDelay > 0 ? `first after ${retryDelay} s` : undefined,
    retryRate > 0 ? intervals : undefined,
  ]
    .filter(Boolean)
    .join(", ");
}

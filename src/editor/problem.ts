/** Something that went wrong, in the words that a view shows. */
export interface Problem {
  /** One short line. */
  readonly title: string;
  /** What happened, in full; never a stack trace. */
  readonly message: string;
  /** What to do next. */
  readonly advice?: string;
  /** `cancelled`, a kind of platform error, `configuration`, `refused`, `lost`, `snapshot`, `filter`, or `unexpected`. */
  readonly kind: string;
  /** The connection that it happened on. */
  readonly connection?: string;
  /** What a server's operator asks for: status, code, request id. */
  readonly facts: readonly (readonly [name: string, value: string])[];
}

type Fields = Readonly<Record<string, unknown>>;

const titles: Readonly<Record<string, (connection: string) => string>> = {
  unauthorised: (connection) => `${connection} needs a sign-in`,
  forbidden: (connection) => `${connection} does not allow this`,
  notFound: (connection) => `${connection} has no such thing`,
  conflict: (connection) => `${connection} reports a conflict`,
  invalid: (connection) => `${connection} refused the request`,
  rateLimited: (connection) => `${connection} asks to wait`,
  unavailable: (connection) => `${connection} is unavailable`,
  timeout: (connection) => `${connection} did not answer in time`,
  network: (connection) => `${connection} cannot be reached`,
  cancelled: (connection) => `Reading ${connection} was cancelled`,
  protocol: (connection) => `${connection} gave an answer that cannot be read`,
};

const kindsByErrorName: Readonly<Record<string, { readonly kind: string; readonly title: string }>> = {
  ConfigurationError: { kind: "configuration", title: "rollcall.jsonc has a problem" },
  RefusedChange: { kind: "refused", title: "The change was refused" },
  LostAnswer: { kind: "lost", title: "An answer was lost" },
  RefusedPlan: { kind: "refused", title: "The plan was refused" },
  SnapshotError: { kind: "snapshot", title: "The snapshot cannot be used" },
  UnfitSnapshot: { kind: "snapshot", title: "The snapshot does not fit" },
  FilterError: { kind: "filter", title: "The filter cannot be used" },
  AbortError: { kind: "cancelled", title: "Cancelled" },
};

const factNames = { status: "status", code: "code", requestId: "request id" } as const;

/** Puts anything thrown into the words of a view. Errors are told apart by their names, so that no engine is loaded for it. */
export function describeProblem(error: unknown): Problem {
  const fields = (typeof error === "object" && error !== null ? error : {}) as Fields;
  const message = error instanceof Error ? error.message : String(error);
  if (fields.name === "PlatformError") return platformProblem(fields, message);
  const known = kindsByErrorName[String(fields.name)] ?? { kind: "unexpected", title: firstLine(message) };
  return { ...known, message, facts: [] };
}

/** Whether the person ended the operation; nothing is shown for it. */
export function isCancelled(error: unknown): boolean {
  return describeProblem(error).kind === "cancelled";
}

function platformProblem(fields: Fields, message: string): Problem {
  const kind = String(fields.kind);
  const connection = typeof fields.connection === "string" ? fields.connection : undefined;
  const title = connection === undefined ? undefined : titles[kind]?.(connection);
  return {
    kind,
    message,
    title: title ?? firstLine(message),
    facts: Object.entries(factNames).flatMap(([field, name]) =>
      fields[field] === undefined ? [] : [[name, String(fields[field])] as const],
    ),
    ...(connection === undefined ? {} : { connection }),
    ...(typeof fields.advice === "string" ? { advice: fields.advice } : {}),
  };
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? text;
}

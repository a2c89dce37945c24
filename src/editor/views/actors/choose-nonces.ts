import type { Host } from "../../host.ts";
import { chooseSubjects } from "../../tree/choose.ts";
import type { NonceSubject } from "./subjects.ts";

/** The nonces that a command was run on, or one that the person picks. */
export function chooseNonces(
  host: Host,
  given: readonly unknown[],
  title: string,
): Promise<readonly NonceSubject[]> {
  return chooseSubjects<NonceSubject>(host, given, {
    kind: "nonce",
    title,
    view: "actors",
    path: ["actor", "nonces", "nonce"],
    none: "The actor has no nonces.",
  });
}

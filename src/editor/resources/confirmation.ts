import type { Host } from "../host.ts";
import type { ConfirmQuestion } from "../ui/ask.ts";
import { counted } from "../views/reconciliation/words.ts";
import { allowsOnEach } from "./consent.ts";

/** What is named in a question. */
interface Named {
  readonly name: string;
  readonly connection: string;
}

interface Confirmation<Item> {
  readonly id: string;
  /** `Delete`. */
  readonly verb: string;
  /** One of them, for people; and several, where an s does not make them. */
  readonly one: string;
  readonly many?: string;
  /** How each of them is named in the question. */
  readonly detailOf: (item: Item) => string;
  /** What follows from it. */
  readonly consequence: string;
}

const mostNamed = 12;

/**
 * Asks one question for all selected items, which names them and the connections with their URLs; then the name of each production
 * connection is to be typed.
 */
export async function confirmed<Item extends Named>(
  host: Host,
  items: readonly Item[],
  confirmation: Confirmation<Item>,
): Promise<boolean> {
  const connections = items.map(({ connection }) => connection);
  return allowsOnEach(host, connections, await confirmationOf(host, items, confirmation));
}

/** One question for all selected items. It names them, and the connections with their URLs. */
export async function confirmationOf<Item extends Named>(
  host: Host,
  items: readonly Item[],
  { id, verb, one, many, detailOf, consequence }: Confirmation<Item>,
): Promise<ConfirmQuestion> {
  const { configuration } = await host.sessions.get();
  const names = [...new Set(items.map(({ connection }) => connection))];
  const connections = names.map((name) => ({ name, ...configuration.connections[name] }));
  const [first] = items;
  const what = items.length === 1 && first ? first.name : counted(items.length, one, many);
  const more = items.length - mostNamed;
  return {
    id,
    message: `${verb} ${what} of ${connections.map(({ name, production }) => `${name}${production ? " (production)" : ""}`).join(", ")}?`,
    detail: [
      ...items.slice(0, mostNamed).map(detailOf),
      ...(more > 0 ? [`and ${more.toLocaleString("en")} more`] : []),
      "",
      ...connections.map(({ name, url }) => `${name} is ${url}`),
      consequence,
    ].join("\n"),
    action: items.length === 1 ? verb : `${verb} ${items.length.toLocaleString("en")}`,
  };
}

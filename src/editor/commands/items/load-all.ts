import type { Host } from "../../host.ts";
import { chooseMore } from "../../lists/choose-more.ts";
import { describeProblem } from "../../problem.ts";
import { withProgress } from "../../ui/progress.ts";

/** Reads a list to its end, under progress that can be cancelled. What has been read until then is shown in any case. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const list = await chooseMore(host, given, "Load All");
  if (list === undefined) return;
  const { view, handle, connection, lists, title } = list;
  try {
    await withProgress(`loading ${title} of ${connection}`, ({ signal, onProgress }) =>
      lists.readAll(connection, {
        signal,
        onProgress: ({ items, total }) =>
          onProgress({
            stage: "read",
            done: items.length,
            ...(total === undefined ? {} : { total }),
          }),
      }),
    );
  } catch (error) {
    if (describeProblem(error).kind !== "cancelled") throw error;
  } finally {
    await view.tree.update(handle);
  }
}

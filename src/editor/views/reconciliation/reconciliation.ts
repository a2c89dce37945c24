import type { Host } from "../../host.ts";
import type { NodeLoader } from "../../tree/node.ts";

/** The first level of the Reconciliation view. What builds it is loaded when the view is first shown. */
export function reconciliationRoots(host: Host): NodeLoader {
  return {
    async load() {
      const { reconciliationNodes } = await import("./nodes.ts");
      return reconciliationNodes(host);
    },
  };
}

import type { Host } from "../../../../src/editor/host.ts";
import type { Handle } from "../../../../src/editor/tree/handle.ts";
import type { TreeNode } from "../../../../src/editor/tree/node.ts";
import type { NodeTree } from "../../../../src/editor/tree/tree.ts";
import type { NodeView } from "../../../../src/editor/tree/view.ts";

/** Sections that a test shows by themselves, where commands find them and refresh them as those of any other view. */
export interface ShownSections {
  /** The items below one, or the sections. */
  items(below?: Handle): Promise<readonly Handle[]>;
  dispose(): void;
}

const id = "rollcall.testSections";

/** Shows sections in a view of the test's own. Its tree is of the extension's class, so that commands know its items. */
export function showing(host: Host, sections: readonly TreeNode[]): ShownSections {
  const Tree = host.views.get("rollcall.apps")?.tree.constructor as typeof NodeTree;
  const tree = new Tree(id, { load: async () => sections }, () => true);
  const view = {
    id,
    tree,
    view: { visible: true },
    refresh: (handle?: Handle) => tree.refresh(handle),
    retry: (failure: Handle) => tree.refresh(tree.getParent(failure)),
    dispose: () => tree.dispose(),
  } as unknown as NodeView;
  const views = host.views as Map<string, NodeView>;
  views.set(id, view);
  return {
    items: (below) => tree.getChildren(below),
    dispose() {
      views.delete(id);
      tree.dispose();
    },
  };
}

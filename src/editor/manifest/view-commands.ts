import { type ResourceViewName, resourceViewNames, resourceViews } from "../resources/catalogue.ts";
import { viewNames } from "../view-names.ts";
import { all, connected, filtered, usable } from "./clauses.ts";
import type { CommandDeclaration } from "./declaration.ts";

/** What every view of resources has in its title: filter, sort and group. A title does not say which view it is, so that each has commands of its own. */
function ownCommands(view: ResourceViewName): readonly CommandDeclaration[] {
  const { title } = resourceViews[view];
  const name = `${view[0]?.toUpperCase()}${view.slice(1)}`;
  const here = connected(view);
  return [
    {
      name: `filter${name}`,
      title: `Filter ${title}…`,
      icon: "filter",
      enablement: here,
      titles: [
        { in: view, when: all(here, `!${filtered(view)}`), group: "navigation@2" },
        { in: view, when: all(here, filtered(view)), group: "1_view@1" },
      ],
    },
    {
      name: `clear${name}Filter`,
      title: `Clear Filter of ${title}`,
      icon: "filter-filled",
      enablement: all(here, filtered(view)),
      titles: [{ in: view, when: all(here, filtered(view)), group: "navigation@2" }],
    },
    {
      name: `arrange${name}`,
      title: `Sort and Group ${title}…`,
      icon: "list-tree",
      enablement: here,
      titles: [{ in: view, when: here, group: "1_view@2" }],
    },
  ];
}

/** The commands of the views' titles. */
export const viewCommands: readonly CommandDeclaration[] = [
  ...resourceViewNames.flatMap(ownCommands),
  {
    name: "refresh",
    title: "Refresh",
    icon: "refresh",
    enablement: usable,
    titles: [{ in: resourceViewNames, when: usable, group: "navigation@3" }],
    items: [
      { on: ["connection|account", "+loads", "+resource"], groups: ["1_item@1"] },
      { on: "connection", groups: ["inline@8"] },
    ],
  },
  {
    name: "showLog",
    title: "Show Log",
    icon: "output",
    titles: [{ in: viewNames, group: "9_log@1" }],
  },
];

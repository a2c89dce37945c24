import { givenSubjects } from "../commands/given.ts";
import type { Host } from "../host.ts";
import { type ResourceViewName, resourceViewNames, resourceViews } from "./catalogue.ts";
import { chooseResources } from "./choose.ts";
import { connectionsOf } from "./nodes.ts";
import type { Resource, ResourceSubject } from "./resource.ts";

/** The resources of any view that a command was run on; where it was run on nothing, one that the person picks. Empty where nothing was picked. */
export async function chooseAnyResources(
  host: Host,
  given: readonly unknown[],
  title: string,
): Promise<readonly Resource[]> {
  if (given.length > 0) return givenSubjects<ResourceSubject>(given, "resource");
  const view = await chooseView(host, title);
  return view === undefined ? [] : chooseResources(host, given, view, { title });
}

async function chooseView(host: Host, title: string): Promise<ResourceViewName | undefined> {
  const shown = await Promise.all(
    resourceViewNames.map(async (view) => ({ view, connections: await connectionsOf(host, view) })),
  );
  const choices = shown.flatMap(({ view, connections }) =>
    connections.length === 0
      ? []
      : {
          id: view,
          label: resourceViews[view].title,
          description: connections.map(({ name }) => name).join(", "),
        },
  );
  const answer = await host.ask.pick({ id: "view", title, placeholder: "What is it?", choices });
  return resourceViewNames.find((view) => view === answer);
}

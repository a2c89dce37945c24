import * as vscode from "vscode";
import type { Host } from "../host.ts";
import { viewIdOf } from "../identifiers.ts";
import type { ResourceViewName } from "./catalogue.ts";

/** Shows a view as it is now and selects a resource in it. Answers whether it is in the list, as far as that has been read. */
export async function revealResource(
  host: Host,
  name: ResourceViewName,
  connection: string,
  id: string,
): Promise<boolean> {
  const shown = host.views.get(viewIdOf(name));
  if (shown === undefined) return false;
  const { tree, view } = shown;
  await vscode.commands.executeCommand(`${shown.id}.focus`);
  const owner = (await tree.getChildren()).find(({ node }) => node.id === `${name}/${connection}`);
  if (owner === undefined) return false;
  await tree.update(owner);
  const below = await tree.getChildren(owner);
  await Promise.all(
    below.filter(({ node }) => node.noun === "group").map((group) => tree.getChildren(group)),
  );
  const handle = tree.find(`${name}/${connection}/${id}`);
  if (handle === undefined) return false;
  await view.reveal(handle, { select: true, focus: true }).then(undefined, () => {});
  return true;
}

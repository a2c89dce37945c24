import * as vscode from "vscode";
import type { Host } from "../host.ts";
import { documentScheme } from "../identifiers.ts";
import type { ResourceViewName } from "../resources/catalogue.ts";
import { prepareText } from "./prepared.ts";
import { documentReference } from "./reference.ts";
import { gone, renderKnown } from "./render.ts";
import { renewed } from "./renewed.ts";

/**
 * Shows the resources of a connection that are open as documents as the view has them now. Nothing is read for it, unless the view has
 * only a part of each.
 */
export async function renewResourceDocuments(
  host: Host,
  view: ResourceViewName,
  connection: string,
): Promise<void> {
  const model = host.resources[view];
  const list = model.list(connection);
  const { inPart, one } = await model.kind();
  if (list === undefined) return;
  for (const { uri } of vscode.workspace.textDocuments) {
    if (uri.scheme !== documentScheme) continue;
    const reference = documentReference(uri);
    if (reference.kind !== "resource" || reference.view !== view || reference.connection !== connection)
      continue;
    if (!inPart) {
      const resource = list.items.find(({ id }) => id === reference.id);
      if (resource === undefined && list.next !== undefined && !model.isGone(connection, reference.id))
        continue;
      prepareText(uri, renderKnown(reference, resource ? { resource } : {}) ?? gone(one));
    }
    renewed.fire(uri);
  }
}

import * as vscode from "vscode";
import type { Host } from "../host.ts";
import { documentScheme } from "../identifiers.ts";
import type { ResourceViewName } from "../resources/catalogue.ts";
import type { Resource } from "../resources/resource.ts";
import { prepareText } from "./prepared.ts";
import { type DocumentReference, documentReference } from "./reference.ts";
import { gone, renderKnown } from "./render.ts";
import { renewed } from "./renewed.ts";

type ResourceReference = Extract<DocumentReference, { readonly kind: "resource" }>;

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
  for (const { uri, reference } of openResources(view, connection)) {
    const resource = list.items.find(({ id }) => id === reference.id);
    if (inPart) renewed.fire(uri);
    else if (resource !== undefined || list.next === undefined || model.isGone(connection, reference.id))
      show(uri, reference, resource, one);
  }
}

/** Shows one resource that is open as a document as it was just read; undefined where it is gone. */
export async function renewResourceDocument(
  host: Host,
  { view, connection, id }: Pick<Resource, "view" | "connection" | "id">,
  resource: Resource | undefined,
): Promise<void> {
  const { one } = await host.resources[view].kind();
  for (const { uri, reference } of openResources(view, connection))
    if (reference.id === id) show(uri, reference, resource, one);
}

function show(
  uri: vscode.Uri,
  reference: ResourceReference,
  resource: Resource | undefined,
  one: string,
): void {
  prepareText(uri, renderKnown(reference, resource ? { resource } : {}) ?? gone(one));
  renewed.fire(uri);
}

/** The documents that resources of a view and a connection are open in. */
function openResources(
  view: ResourceViewName,
  connection: string,
): readonly { readonly uri: vscode.Uri; readonly reference: ResourceReference }[] {
  return vscode.workspace.textDocuments.flatMap(({ uri }) => {
    if (uri.scheme !== documentScheme) return [];
    const reference = documentReference(uri);
    if (reference.kind !== "resource" || reference.view !== view || reference.connection !== connection)
      return [];
    return [{ uri, reference }];
  });
}

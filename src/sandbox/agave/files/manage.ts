import type { Reply, SandboxRequest } from "../../server/message.ts";
import { propertiesOf, readJsonContent } from "../content.ts";
import { errorReply, successReply } from "../envelope.ts";
import type { NotificationBus } from "../notifications/bus.ts";
import type { Place } from "./place.ts";
import { logicalFileResource } from "./resources.ts";
import { type FileStore, resolvePath } from "./store.ts";
import { joinPath, nameOf, parentOf } from "./tree.ts";

interface ActionInput {
  readonly place: Place;
  /** What the body says of the path. */
  readonly target: string;
  readonly append: boolean;
}

/** What came of an action: the path of the result, its event, and the status where it is not 200. */
type Outcome =
  | { readonly path: string; readonly event: string; readonly status?: number }
  | { readonly fault: string; readonly status: number };

const exists: Outcome = { fault: "A file or folder exists at that path already.", status: 400 };
const missing = (path: string): Outcome => ({ fault: `File/folder does not exist: ${path}`, status: 404 });

function makeFolder({ place: { tree, path }, target }: ActionInput): Outcome {
  const made = joinPath(path, target);
  const there = tree.get(made);
  if (there?.type === "file") return exists;
  tree.makeFolder(made);
  return { path: made, event: "CREATED", status: there ? 200 : 201 };
}

function rename(input: ActionInput): Outcome {
  if (input.target.includes("/")) return { fault: "A new name has no slash in it.", status: 400 };
  return moveTo(input, joinPath(parentOf(input.place.path), input.target), "RENAME");
}

function moveTo({ place: { tree, path } }: ActionInput, to: string, event: string): Outcome {
  if (tree.get(path) === undefined) return missing(path);
  if (tree.get(to) !== undefined) return exists;
  if (`${to}/`.startsWith(`${path}/`)) return { fault: "A folder cannot go into itself.", status: 400 };
  tree.copy(path, to);
  tree.remove(path);
  return { path: to, event };
}

function copy({ place: { system, tree, path }, target, append }: ActionInput): Outcome {
  const node = tree.get(path);
  if (node === undefined) return missing(path);
  const named = resolvePath(system, target);
  const to = tree.get(named)?.type === "dir" ? joinPath(named, nameOf(path)) : named;
  if (node.type === "dir" && `${to}/`.startsWith(`${path}/`)) {
    return { fault: "A folder cannot go into itself.", status: 400 };
  }
  const there = tree.get(to);
  if (append && node.type === "file" && there?.type === "file") {
    tree.write(to, Buffer.concat([there.bytes, node.bytes]));
  } else tree.copy(path, to);
  return { path: to, event: "COPY" };
}

const actions: Readonly<Record<string, (input: ActionInput) => Outcome>> = {
  mkdir: makeFolder,
  rename,
  move: (input) => moveTo(input, resolvePath(input.place.system, input.target), "MOVED"),
  copy,
};

/** Makes a folder at a place, or renames, moves or copies what is there, as the body says (`action`, `path`). */
export async function managePlace(
  request: SandboxRequest,
  place: Place,
  username: string,
  { store, bus }: { readonly store: FileStore; readonly bus: NotificationBus },
): Promise<Reply> {
  const content = await readJsonContent(request);
  if ("fault" in content) return errorReply(request, 400, content.fault);
  const { action, path: target, append } = propertiesOf(content.value);
  if (typeof action !== "string" || action === "") return errorReply(request, 400, "No action specified.");
  const name = action.toLowerCase();
  const act = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (act === undefined) return errorReply(request, 501, `Action ${action} is not supported`);
  if (typeof target !== "string" || target === "") {
    return errorReply(request, 400, `The action ${name} needs a path.`);
  }
  const outcome = act({ place, target, append: append === true || append === "true" });
  if ("fault" in outcome) return errorReply(request, outcome.status, outcome.fault);
  const file = store.record(
    { systemId: place.system.id, path: outcome.path, owner: username },
    { status: outcome.event, description: `${name} of ${place.path} by ${username}` },
  );
  const shown = logicalFileResource(request.origin, file);
  bus.publish(file.uuid, outcome.event, shown);
  return successReply(request, shown, outcome.status ?? 200);
}

import { type Reply, reply, type SandboxRequest } from "../../server/message.ts";
import { errorReply } from "../envelope.ts";
import { mimeTypeOf } from "./resources.ts";
import { type FileTree, nameOf } from "./tree.ts";

/**
 * The bytes of a file, or the part that `Range` asks for (RFC 9110 section 14): 206, or 416 where there is no such part.
 * `force=true` makes browsers save it. Folders cannot be downloaded.
 */
export function downloadFile(request: SandboxRequest, tree: FileTree, path: string): Reply {
  const node = tree.get(path);
  if (node === undefined) return errorReply(request, 404, `File/folder does not exist: ${path}`);
  if (node.type === "dir") return errorReply(request, 501, "Directory downloads not supported");
  const { bytes, lastModified } = node;
  const headers = {
    "accept-ranges": "bytes",
    "last-modified": new Date(lastModified).toUTCString(),
    ...(request.query.get("force") === "true"
      ? { "content-disposition": `attachment; filename="${encodeURIComponent(nameOf(path))}"` }
      : {}),
  };
  const range = readRange(request.headers.range, bytes.length);
  if (range === "unsatisfiable") {
    return reply(416, mimeTypeOf(path), "", { ...headers, "content-range": `bytes */${bytes.length}` });
  }
  if (range === undefined) return reply(200, mimeTypeOf(path), bytes, headers);
  const { start, end } = range;
  return reply(206, mimeTypeOf(path), bytes.subarray(start, end + 1), {
    ...headers,
    "content-range": `bytes ${start}-${end}/${bytes.length}`,
  });
}

/** The one range of a header, both ends included. Several ranges, and what is no range, count as none. */
function readRange(
  header: string | undefined,
  length: number,
): { readonly start: number; readonly end: number } | "unsatisfiable" | undefined {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (first === "" && last === "") return undefined;
  const start = first === "" ? Math.max(0, length - Number(last)) : Number(first);
  const end = first === "" || last === "" ? length - 1 : Math.min(Number(last), length - 1);
  if (first !== "" && last !== "" && Number(last) < start) return undefined;
  return start >= length || (first === "" && Number(last) === 0) ? "unsatisfiable" : { start, end };
}

import { randomUUID } from "node:crypto";
import type { HttpBody } from "../http/message.ts";
import { StreamedContent } from "../http/streamed.ts";
import { contentOf, type Upload } from "./content.ts";

/**
 * A `multipart/form-data` body (RFC 7578): text fields, then one file. It is streamed where the file is, and then of known length
 * only where the file's is.
 */
export function multipart(
  fields: readonly (readonly [name: string, value: string])[],
  fileField: string,
  upload: Upload,
  boundary = `rollcall-${randomUUID()}`,
): HttpBody {
  const texts = fields.map(
    ([name, value]) => `${opening(boundary, name)}\r\n\r\n${value.toWellFormed()}\r\n`,
  );
  const fileName = `; filename="${quoted(upload.fileName ?? "file")}"`;
  const type = (upload.contentType ?? "application/octet-stream").replace(/[\r\n]/g, "");
  const file = `${opening(boundary, fileField)}${fileName}\r\nContent-Type: ${type}\r\n\r\n`;
  const head = Buffer.from(texts.join("") + file, "utf8");
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`, "utf8");
  const contentType = `multipart/form-data; boundary=${boundary}`;
  const content = contentOf(upload);
  if (content instanceof Uint8Array) return { contentType, content: Buffer.concat([head, content, tail]) };
  const length = content.length === undefined ? undefined : head.length + content.length + tail.length;
  const whole = async function* () {
    yield head;
    yield* content.open();
    yield tail;
  };
  return { contentType, content: new StreamedContent(whole, length, content.onlyOnce) };
}

function opening(boundary: string, name: string): string {
  return `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"`;
}

/** As browsers write names: quotes and line ends percent-encoded, everything else in UTF-8 as it is. */
function quoted(name: string): string {
  return name.toWellFormed().replace(/["\r\n]/g, (character) => encodeURIComponent(character));
}

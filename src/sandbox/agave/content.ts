import { isObject, parseJson, type SandboxRequest, textOf } from "../server/message.ts";

/** A file that came with a request. */
export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a request holds: the JSON value, or the fields of a form and the file in its part `fileToUpload`. */
export interface Content {
  readonly value: unknown;
  readonly file?: UploadedFile;
}

/** A body that a service does not take. The message is the one that it answers. */
export interface ContentFault {
  readonly fault: string;
}

interface ContentOptions {
  /** Whether url-encoded forms are taken, which is so unless it says otherwise. */
  readonly urlEncoded?: boolean;
}

/**
 * Reads a body as the services do: JSON, a url-encoded form, or multipart (RFC 7578) whose part `fileToUpload` is a
 * file. A body without a type is read as JSON.
 */
export async function readContent(
  request: SandboxRequest,
  { urlEncoded = true }: ContentOptions = {},
): Promise<Content | ContentFault> {
  const type = request.headers["content-type"] ?? "application/json";
  const multipart = /^multipart\/form-data\b/i.test(type);
  const form = multipart || (urlEncoded && /^application\/x-www-form-urlencoded\b/i.test(type));
  if (!form && !/^(application\/([\w.-]+\+)?json|text\/plain)\b/i.test(type)) {
    return { fault: `Unsupported content type: ${type}. Use application/json or multipart/form-data.` };
  }
  if (request.body.length === 0) return { fault: "No content found in the request. Please provide a body." };
  if (form) return readForm(request, type);
  const value = parseJson(textOf(request));
  return value === undefined ? { fault: "The request body is not valid JSON." } : { value };
}

/**
 * Reads a JSON value that may come in each of those forms: the body itself, the fields of a form, or a file that
 * holds JSON.
 */
export async function readJsonContent(
  request: SandboxRequest,
  options: ContentOptions = {},
): Promise<{ readonly value: unknown } | ContentFault> {
  const content = await readContent(request, options);
  if ("fault" in content || content.file === undefined) return content;
  const value = parseJson(new TextDecoder().decode(content.file.bytes));
  return value === undefined ? { fault: "The uploaded file is not valid JSON." } : { value };
}

/** The properties of a JSON object; none where it is something else. */
export function propertiesOf(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}

async function readForm(request: SandboxRequest, type: string): Promise<Content | ContentFault> {
  try {
    const form = await new Response(request.body, { headers: { "content-type": type } }).formData();
    const value: Record<string, unknown> = {};
    let file: UploadedFile | undefined;
    for (const [name, part] of form) {
      if (typeof part === "string") value[name] = part;
      else if (name === "fileToUpload") {
        file = { name: part.name, bytes: new Uint8Array(await part.arrayBuffer()) };
      }
    }
    return { value, ...(file ? { file } : {}) };
  } catch {
    return { fault: "The form in the request cannot be read." };
  }
}

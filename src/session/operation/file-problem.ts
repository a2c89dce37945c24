/** Something is wrong with a file that was named. The message names it. */
export class FileProblem extends Error {
  override readonly name = "FileProblem";
}

/** What is wrong with a file that cannot be read; undefined where it is something else. */
export function unreadable(error: unknown, file: string): FileProblem | undefined {
  const code = codeOf(error);
  if (code === "ENOENT") return new FileProblem(`There is no file ${file}.`);
  if (code === "EISDIR") return new FileProblem(`${file} is a folder, and a file is needed.`);
  if (code === "EACCES") return new FileProblem(`${file} may not be read.`);
  return undefined;
}

/** What is wrong with a file that cannot be written; undefined where it is something else. */
export function unwritable(error: unknown, file: string): FileProblem | undefined {
  const code = codeOf(error);
  if (code === "ENOENT") return new FileProblem(`${file} cannot be written: there is no such folder.`);
  if (code === "EISDIR") return new FileProblem(`${file} is a folder, and a file is needed.`);
  if (code === "EACCES" || code === "EPERM") return new FileProblem(`${file} may not be written.`);
  return undefined;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

import type { Remark } from "../../ui/ask.ts";

/** What is wrong with the name of a file. */
export function fileNameRemark(text: string): Remark | undefined {
  if (text.trim() === "" || text === "." || text === "..") return { message: "A name is needed." };
  return text.includes("/") ? { message: "A name has no slash." } : undefined;
}

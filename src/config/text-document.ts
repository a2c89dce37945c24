import {
  findNodeAtLocation,
  findNodeAtOffset,
  getNodeValue,
  type JSONPath,
  type Node,
  type ParseError,
  parseTree,
} from "jsonc-parser";
import { JsonString } from "./json-string.ts";
import type { ConfigurationProblem, ProblemCode } from "./problem.ts";
import { maskSecrets } from "./secret-names.ts";
import { syntaxMessage } from "./syntax-message.ts";

/** A stretch of the text: UTF-16 offset and length. */
export interface Place {
  readonly offset: number;
  readonly length: number;
}

/** The text of a rollcall.jsonc with its syntax tree: what stands where. */
export class TextDocument {
  readonly text: string;
  readonly root: Node | undefined;
  readonly #errors: ParseError[] = [];

  constructor(text: string) {
    this.text = text;
    this.root = parseTree(text, this.#errors, { allowTrailingComma: true, disallowComments: false });
  }

  /** What the JSON stands for; undefined where there is none. */
  get value(): unknown {
    return this.root && getNodeValue(this.root);
  }

  /** Problems of syntax, the first on each line only, since one slip makes the parser stumble on. */
  syntaxProblems(): readonly ConfigurationProblem[] {
    if (this.text.trim() === "")
      return [
        this.problem("syntax", 'The file is empty. It needs at least { "connections": {} }.', {
          offset: 0,
          length: 0,
        }),
      ];
    const byLine = new Map<number, ConfigurationProblem>();
    for (const { error, offset, length } of this.#errors) {
      const problem = this.problem("syntax", syntaxMessage(error), { offset, length });
      if (!byLine.has(problem.line)) byLine.set(problem.line, problem);
    }
    return [...byLine.values()];
  }

  nodeAt(path: JSONPath): Node | undefined {
    return this.root && findNodeAtLocation(this.root, path);
  }

  /** Where the value at a path stands; where there is none, its nearest parent's name. */
  placeOf(path: JSONPath): Place {
    for (let length = path.length; length > 0; length--) {
      const node = this.nodeAt(path.slice(0, length));
      if (node) return length === path.length ? node : nameOf(node);
    }
    return { offset: this.root?.offset ?? 0, length: 1 };
  }

  /** Where the whole property stands whose name is at an offset. */
  propertyAt(offset: number): Place {
    const name = this.root && findNodeAtOffset(this.root, offset);
    return name?.parent ?? { offset, length: 0 };
  }

  /** Where the name of the property at a path stands. */
  placeOfName(path: JSONPath): Place {
    const node = this.nodeAt(path);
    return node ? nameOf(node) : this.placeOf(path);
  }

  /**
   * The place in the text of a stretch of a string's content, past the opening quote and over escapes.
   * @param node A string node.
   * @param start First UTF-16 unit of the content.
   * @param end The unit after the last.
   */
  placeInside(node: Node, start: number, end: number): Place {
    const string = new JsonString(this.text, node);
    const offset = string.toFile(start);
    return { offset, length: string.toFile(Math.max(start, end)) - offset };
  }

  problem(code: ProblemCode, message: string, { offset, length }: Place): ConfigurationProblem {
    const lineStart = this.text.lastIndexOf("\n", offset - 1) + 1;
    const newline = this.text.indexOf("\n", offset);
    const excerpt = this.text.slice(lineStart, newline < 0 ? undefined : newline).replace(/\r$/, "");
    return {
      code,
      message,
      offset,
      length: Math.min(length, this.text.length - offset),
      line: this.text.slice(0, lineStart).split("\n").length,
      column: offset - lineStart + 1,
      excerpt: maskSecrets(excerpt),
    };
  }
}

function nameOf(node: Node): Place {
  const name = node.parent?.type === "property" ? node.parent.children?.[0] : undefined;
  return name ?? { offset: node.offset, length: Math.min(1, node.length) };
}

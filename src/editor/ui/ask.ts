/** Answered instead of a value where the person goes back to the question before. */
export const back: unique symbol = Symbol.for("rollcall.back");

/** Where a question stands among several. */
export interface QuestionStep {
  readonly title: string;
  readonly step: number;
  readonly of: number;
}

interface Question {
  /** Names the question, for whoever answers in a person's place. */
  readonly id: string;
  readonly title: string;
  readonly step?: QuestionStep;
}

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  /** A codicon's name. */
  readonly icon?: string;
  /** A heading above this and the following choices of the same group. */
  readonly group?: string;
}

export interface PickQuestion extends Question {
  readonly placeholder: string;
  readonly choices: readonly Choice[];
}

/** Lets several be chosen; all of them are at first. */
export type PickSomeQuestion = Omit<PickQuestion, "step">;

/** Something about a typed value. It is not accepted until it is put right, unless this is a warning. */
export interface Remark {
  readonly message: string;
  readonly warning?: true;
}

/** Something about a place in a text. */
export interface TextRemark extends Remark {
  /** In characters from the beginning of the text. */
  readonly offset: number;
  readonly length: number;
}

export interface InputQuestion extends Question {
  readonly prompt: string;
  readonly value?: string;
  readonly placeholder?: string;
  /** What is typed is not shown. */
  readonly secret?: boolean;
  /** Values to choose from instead of typing one; the id is the value. */
  readonly suggestions?: readonly Choice[];
  /** How what has been typed can go on; the id is the whole value with it. Typing goes on where one is chosen. */
  readonly continuations?: (value: string) => readonly Choice[];
  /** What is to be said of the value while it is typed; undefined where nothing is. */
  readonly validate?: (value: string) => Remark | undefined;
}

/** Asks for a file of the machine that Rollcall runs on. */
export interface FileQuestion extends Question {
  /** Whether it is to be read or to be written, or is a folder that files are written into. */
  readonly purpose: "read" | "write" | "folder";
  /** The name that is proposed for a file to be written. */
  readonly name?: string;
  /** The button. */
  readonly action: string;
}

/** Asks for several files to be read. */
export type FilesQuestion = Omit<FileQuestion, "purpose" | "name">;

/** A text that is written in an editor, and handed in or given up there. It is kept in memory alone. */
export interface DraftQuestion extends Question {
  /** The tab's name; its ending gives the language. */
  readonly name: string;
  readonly text: string;
  /** What handing it in is called. */
  readonly action: string;
  /** What is wrong with the text, when it is handed in. */
  readonly validate: (text: string) => Remark | undefined;
  /** What is to be said of its places while it is written. It is not handed in before all but the warnings are put right. */
  readonly remarks?: (text: string) => readonly TextRemark[];
}

export interface ConfirmQuestion {
  readonly id: string;
  readonly message: string;
  readonly detail: string;
  /** The one button besides Cancel. */
  readonly action: string;
}

/** A notification with buttons that may as well be left alone. */
export interface Offer {
  readonly id: string;
  readonly level: "information" | "warning" | "error";
  readonly message: string;
  readonly actions: readonly string[];
}

/** Every question that Rollcall puts to a person. Answers are undefined where the person does not answer. */
export interface Ask {
  pick(question: PickQuestion): Promise<string | typeof back | undefined>;
  /** Answers the ids of those that were chosen. */
  pickSome(question: PickSomeQuestion): Promise<readonly string[] | undefined>;
  input(question: InputQuestion): Promise<string | typeof back | undefined>;
  confirm(question: ConfirmQuestion): Promise<boolean>;
  /** Answers the absolute path. */
  file(question: FileQuestion): Promise<string | undefined>;
  /** Asks for files to be read, as many as wanted. Answers their absolute paths. */
  files(question: FilesQuestion): Promise<readonly string[] | undefined>;
  draft(question: DraftQuestion): Promise<string | undefined>;
  offer(offer: Offer): Promise<string | undefined>;
}

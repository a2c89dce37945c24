import assert from "node:assert/strict";
import type {
  Ask,
  back,
  ConfirmQuestion,
  DraftQuestion,
  FileQuestion,
  FilesQuestion,
  InputQuestion,
  Offer,
  PickQuestion,
  PickSomeQuestion,
} from "../../../../src/editor/ui/ask.ts";

type Question =
  | PickQuestion
  | PickSomeQuestion
  | InputQuestion
  | FileQuestion
  | FilesQuestion
  | DraftQuestion
  | ConfirmQuestion
  | Offer;
type Answer = string | boolean | readonly string[] | typeof back | undefined;

interface Expected {
  readonly id: string;
  readonly answer: Answer | ((question: never) => Answer | Promise<Answer>);
}

/** Answers the questions of a test in a person's place. A question that is not expected fails the test. */
export class ScriptedAsk implements Ask {
  readonly #expected: Expected[];
  readonly #wrong: string[] = [];
  /** What was asked, in order. */
  readonly asked: Question[] = [];

  constructor(expected: readonly Expected[] = []) {
    this.#expected = [...expected];
  }

  pick(question: PickQuestion): Promise<string | typeof back | undefined> {
    return this.#answer(question) as Promise<string | typeof back | undefined>;
  }

  pickSome(question: PickSomeQuestion): Promise<readonly string[] | undefined> {
    return this.#answer(question) as Promise<readonly string[] | undefined>;
  }

  input(question: InputQuestion): Promise<string | typeof back | undefined> {
    return this.#answer(question) as Promise<string | typeof back | undefined>;
  }

  file(question: FileQuestion): Promise<string | undefined> {
    return this.#answer(question) as Promise<string | undefined>;
  }

  files(question: FilesQuestion): Promise<readonly string[] | undefined> {
    return this.#answer(question) as Promise<readonly string[] | undefined>;
  }

  draft(question: DraftQuestion): Promise<string | undefined> {
    return this.#answer(question) as Promise<string | undefined>;
  }

  confirm(question: ConfirmQuestion): Promise<boolean> {
    return this.#answer(question) as Promise<boolean>;
  }

  offer(offer: Offer): Promise<string | undefined> {
    return this.#answer(offer) as Promise<string | undefined>;
  }

  /** Fails where something was asked that was not expected, or the other way round. */
  finish(): void {
    assert.deepEqual(this.#wrong, [], "questions that were not expected");
    const left = this.#expected.map(({ id }) => id);
    assert.deepEqual(left, [], "questions that were expected and never asked");
  }

  async #answer(question: Question): Promise<Answer> {
    this.asked.push(question);
    const expected = this.#expected.shift();
    if (expected?.id !== question.id) {
      const told = "message" in question ? question.message : question.title;
      this.#wrong.push(`${question.id} (${told}) where ${expected?.id ?? "nothing"} was expected`);
      return undefined;
    }
    if (typeof expected.answer !== "function") return expected.answer;
    return expected.answer(question as never);
  }
}

/** A person who gives up every question and leaves every notification alone. */
export class NoAnswers implements Ask {
  /** What was asked, in order. */
  readonly asked: Question[] = [];

  readonly pick = (question: PickQuestion) => this.#giveUp(question);
  readonly pickSome = (question: PickSomeQuestion) => this.#giveUp(question);
  readonly input = (question: InputQuestion) => this.#giveUp(question);
  readonly file = (question: FileQuestion) => this.#giveUp(question);
  readonly files = (question: FilesQuestion) => this.#giveUp(question);
  readonly draft = (question: DraftQuestion) => this.#giveUp(question);
  readonly offer = (offer: Offer) => this.#giveUp(offer);

  async confirm(question: ConfirmQuestion): Promise<boolean> {
    await this.#giveUp(question);
    return false;
  }

  async #giveUp(question: Question): Promise<undefined> {
    this.asked.push(question);
  }
}

import { PauseSwitch } from "../../reconcile/pause.ts";
import type { Progress } from "../../reconcile/progress.ts";
import type { RunOptions } from "../../reconcile/run.ts";
import type { ProgressOptions } from "../ui/progress.ts";

/** What a run was begun with. */
interface Beginning {
  /** Target connection. */
  readonly target: string;
  /** How many changes it applies. */
  readonly total: number;
  /** Called when it is held back, goes on, or gets on while it is held back. */
  readonly onChange: () => void;
}

/** A run that goes on in this window. Between two changes it can be held back, and goes on where it was. */
export class RunUnderWay {
  readonly target: string;
  readonly #onChange: () => void;
  readonly #pause = new PauseSwitch();
  #progress: Progress;
  #show: ProgressOptions["onProgress"] = () => {};

  constructor({ target, total, onChange }: Beginning) {
    this.target = target;
    this.#onChange = onChange;
    this.#progress = { stage: "apply", connection: target, done: 0, total };
  }

  get paused(): boolean {
    return this.#pause.paused;
  }

  get done(): number {
    return this.#progress.done;
  }

  get total(): number {
    return this.#progress.total ?? this.done;
  }

  /** Begins no further change. What is under way is finished. */
  pause(): void {
    this.#pause.pause();
    this.#tell();
  }

  goOn(): void {
    this.#pause.goOn();
    this.#tell();
  }

  /** What the run is given: its pause, and progress that says whether it is held back. */
  optionsFor({ signal, onProgress }: ProgressOptions): RunOptions {
    this.#show = onProgress;
    return {
      signal,
      pause: this.#pause,
      onProgress: (progress) => {
        this.#progress = progress;
        if (this.paused) this.#tell();
        else onProgress(progress);
      },
    };
  }

  #tell(): void {
    this.#show({ ...this.#progress, paused: this.paused });
    this.#onChange();
  }
}

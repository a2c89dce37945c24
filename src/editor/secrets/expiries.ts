import * as vscode from "vscode";

/** When sign-ins end, as far as the platforms said, by connection and origin. There is no secret in it. */
export class Expiries implements vscode.Disposable {
  readonly #memento: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
  }

  at(connection: string, origin: string): Date | undefined {
    const text = this.#all()[`${connection}@${origin}`];
    return text === undefined ? undefined : new Date(text);
  }

  /** Undefined where nothing is known of it any more. */
  async set(connection: string, origin: string, at: Date | undefined): Promise<void> {
    const { [`${connection}@${origin}`]: _, ...others } = this.#all();
    await this.#keep(
      at === undefined ? others : { ...others, [`${connection}@${origin}`]: at.toISOString() },
    );
  }

  /** Forgets a connection, at whatever origin. */
  async forget(connection: string): Promise<void> {
    const others = Object.entries(this.#all()).filter(([key]) => !key.startsWith(`${connection}@`));
    await this.#keep(Object.fromEntries(others));
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #all(): Readonly<Record<string, string>> {
    return this.#memento.get<Readonly<Record<string, string>>>("signIn.expiries") ?? {};
  }

  async #keep(all: Readonly<Record<string, string>>): Promise<void> {
    await this.#memento.update("signIn.expiries", all);
    this.#changed.fire();
  }
}

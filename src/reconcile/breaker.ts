/** After this many failures in a row a run stops. */
export const maximumConsecutiveFailures = 5;
/** Once this many changes were tried, a run stops when more than this share of them failed. */
export const minimumAttempts = 20;
export const maximumFailureShare = 0.4;

/** Stops a run that keeps failing, so that one cause does not become a thousand errors. */
export class Breaker {
  #attempts = 0;
  #failures = 0;
  #consecutive = 0;

  record(succeeded: boolean): void {
    this.#attempts++;
    this.#consecutive = succeeded ? 0 : this.#consecutive + 1;
    if (!succeeded) this.#failures++;
  }

  get tripped(): boolean {
    const share = this.#attempts === 0 ? 0 : this.#failures / this.#attempts;
    return (
      this.#consecutive >= maximumConsecutiveFailures ||
      (this.#attempts >= minimumAttempts && share > maximumFailureShare)
    );
  }
}

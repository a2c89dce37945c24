import type { ScimPage } from "./client.ts";

/** What one pass over a list has seen so far. */
export class Pass {
  /** Resources by id, the latest one of each. */
  readonly byId = new Map<string, unknown>();
  /** Resources that came without an id. */
  nameless = 0;
  /** Resources that came more than once. */
  repeated = 0;
  /** Every `totalResults` that a page stated. */
  readonly totals = new Set<number>();
  /** A page past the end was asked for and held nothing. */
  reachedEnd = false;

  /** Takes in a page; answers how many of its resources were new. */
  take(page: ScimPage, idOf: (resource: unknown) => string | undefined): number {
    if (page.total !== undefined) this.totals.add(page.total);
    const before = this.byId.size;
    let arrived = 0;
    for (const resource of page.resources) {
      const id = idOf(resource);
      if (id === undefined) {
        this.nameless += 1;
        continue;
      }
      arrived += 1;
      this.byId.set(id, resource);
    }
    const fresh = this.byId.size - before;
    this.repeated += arrived - fresh;
    return fresh;
  }

  /** The one total that all pages stated. */
  total(): number | undefined {
    return this.totals.size === 1 ? [...this.totals][0] : undefined;
  }

  /** Whether the server's own count and the end of the list agree that nothing is missing. */
  isProven(): boolean {
    return this.reachedEnd && this.nameless === 0 && this.byId.size === this.total();
  }

  /** Whether everything arrived, but some of it without an id, so that reading again cannot help. */
  isBeyondHelp(): boolean {
    return this.reachedEnd && this.nameless > 0 && this.byId.size + this.nameless === this.total();
  }
}

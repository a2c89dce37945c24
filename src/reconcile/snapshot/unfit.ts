/** A snapshot that a policy cannot be tried on. The message says why and what to do. */
export class UnfitSnapshot extends Error {
  override readonly name = "UnfitSnapshot";
}

/** Does the work of a script. Where it rejects, its message goes to stderr without a stack, and the exit code is 1. */
export async function told(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

/**
 * Tests on the screen of a window, one after the other: each is told, and one that fails does not stop the others.
 * @returns {{ test(name: string, body: () => Promise<void>): Promise<void>, failed: number }}
 */
export function startTally() {
  return {
    failed: 0,
    async test(name, body) {
      try {
        await body();
        console.log(`  ok ${name}`);
      } catch (error) {
        this.failed++;
        console.log(`  FAILED ${name}\n${error instanceof Error ? error.stack : String(error)}`);
      }
    },
  };
}

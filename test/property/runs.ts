/**
 * How often a property is tried, and from which seed: always the same in the test command, without end and each time
 * otherwise in `npm run fuzz`.
 * @param usual in the test command
 */
export function runsOf(usual: number): { seed: number; numRuns: number } {
  const { KAMERBRIEF_RUNS: times, KAMERBRIEF_SEED: seed } = process.env;
  return {
    seed: Number(seed ?? 20241023),
    numRuns: times === undefined ? usual : Math.ceil(usual * Number(times)),
  };
}

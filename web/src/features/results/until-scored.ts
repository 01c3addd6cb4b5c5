import { type Interview } from '../../api/schema.js';

const FIRST_MS = 1_000;
const LAST_MS = 8_000;

/** Asks each second at first and less often the longer it takes; stops when there is nothing more to wait for. */
export function untilScored({ state }: { state: { data: Interview | undefined; dataUpdateCount: number } }): number | false {
  if (state.data?.state !== 'submitted') return false;
  return Math.min(LAST_MS, FIRST_MS * 1.15 ** state.dataUpdateCount);
}

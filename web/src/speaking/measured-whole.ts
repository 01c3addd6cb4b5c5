import { type Span } from './take-kind.js';
import { type Recorded } from './take-recorder.js';

/** How long a take is and when one spoke in it, its parts one behind the other; null where its beginning was not recorded in this page. */
export function measuredWhole(parts: readonly Recorded[]): { durationMs: number; speech: Span[] } | null {
  const inOrder = [...parts].sort((one, other) => one.part - other.part);
  if (inOrder.length === 0 || inOrder.some(({ part }, index) => part !== index)) return null;
  let durationMs = 0;
  const speech: Span[] = [];
  for (const part of inOrder) {
    const before = durationMs;
    speech.push(...part.speech.map(([from, to]): Span => [before + from, before + to]));
    durationMs += part.durationMs;
  }
  return durationMs === 0 ? null : { durationMs, speech };
}

import { type InterviewQuestion, type Recording, type SpokenKind } from '../../api/schema.js';
import { type EarlierTake } from '../../speaking/earlier-choice.js';
import { type Recorded } from '../../speaking/take-recorder.js';

/** How long a piece of a recording is: what is lost at most when the tab, the network or the server goes. */
export const CHUNK_SECONDS = 2;

/** Where a spoken answer stands by what the server knows of it. */
export type Standing =
  /** Not spoken yet, or thrown away. */
  | { kind: 'none' }
  /** Cut off: what had arrived is kept, and it can be gone on with. */
  | { kind: 'cut_off'; recording: Recording; seconds: number }
  /** Handed over, being made playable. */
  | { kind: 'sent'; recording: Recording }
  | { kind: 'ready'; recording: Recording }
  | { kind: 'broken'; says: string }
  /** It was spoken, and nothing of it is kept. */
  | { kind: 'gone' };

/** Spoken in the other way, it counts as not spoken in this one. `waiting` are the pieces that this browser has yet to send. */
export function standingOf({ take, recording }: Pick<InterviewQuestion, 'take' | 'recording'>, kind: SpokenKind, waiting = 0): Standing {
  if (take?.kind !== kind) return { kind: 'none' };
  if (recording === null) return { kind: 'gone' };
  switch (recording.state) {
    case 'recording':
      return piecesOf(recording) + waiting === 0 ? { kind: 'gone' } : { kind: 'cut_off', recording, seconds: (piecesOf(recording) + waiting) * CHUNK_SECONDS };
    case 'sent':
    case 'ready':
      return { kind: recording.state, recording };
    case 'broken':
      return { kind: 'broken', says: recording.fault?.says ?? 'It cannot be played.' };
  }
}

const piecesOf = ({ parts }: Recording): number => parts.reduce((sum, { chunks }) => sum + chunks.length, 0);

/** What the panel that records is told of what an earlier page recorded; `here` are the parts of this page. */
export function earlierOf(standing: Standing, here: readonly Recorded[]): EarlierTake | null {
  if (here.some(({ part }) => part === 0)) return null;
  const last = here.at(-1);
  if (last) return { state: wasCutOff(last) ? 'cut_off' : 'whole', seconds: standing.kind === 'cut_off' ? standing.seconds : 0 };
  switch (standing.kind) {
    case 'cut_off':
      return { state: 'cut_off', seconds: standing.seconds };
    case 'sent':
    case 'ready':
      return { state: 'whole', seconds: (standing.recording.durationMs ?? 0) / 1000 };
    case 'gone':
      return { state: 'gone', seconds: 0 };
    case 'none':
    case 'broken':
      return null;
  }
}

/** The parts recorded in this page, where they are the whole of it: else only the server can play it from its beginning. */
export const wholeHere = (here: readonly Recorded[]): readonly Recorded[] => (here.some(({ part }) => part === 0) ? here : []);

/** Ended by no wish of the speaker: it can be gone on with. */
const wasCutOff = ({ ended }: Recorded): boolean => ended === 'device_lost' || ended === 'failed';

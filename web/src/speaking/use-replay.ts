import { useState } from 'react';
import { type PlayedPart } from './played-part.js';
import { type Timing } from './take-kind.js';
import { type Player, usePlayer } from './use-player.js';

/** A recording beside its transcript. */
export interface Replay {
  player: Player;
  parts: readonly PlayedPart[];
  /** The phrases of the transcript that can be played. */
  cues: readonly Timing[];
  /** The phrase that is said right now. */
  spoken: Timing | null;
  onTime: () => void;
}

/** Follows a recording through its transcript; `cues` are its phrases in order. */
export function useReplay(parts: readonly PlayedPart[], cues: readonly Timing[]): Replay {
  const player = usePlayer(parts);
  const [startMs, setStartMs] = useState<number | null>(null);
  const playable = parts.length > 0 ? cues : [];
  return {
    player,
    parts,
    cues: playable,
    spoken: playable.find((cue) => cue.startMs === startMs) ?? null,
    onTime: () => {
      const ms = player.timeMs();
      setStartMs(playable.findLast((cue) => cue.startMs <= ms && ms < cue.endMs)?.startMs ?? null);
    },
  };
}

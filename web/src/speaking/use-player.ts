import { type RefObject, useEffect, useRef, useState } from 'react';
import { type PlayedPart } from './played-part.js';

export interface Player {
  media: RefObject<HTMLMediaElement | null>;
  /** Which part is in the player, from 0. */
  index: number;
  choose: (index: number) => void;
  onEnded: () => void;
  /** Playing time in the whole answer, its earlier parts counted in. */
  timeMs: () => number;
  toggle: () => void;
  back: (ms: number) => void;
  /** Plays from a moment of the whole answer. */
  playFrom: (ms: number) => void;
}

/** Further than any answer: asking for it makes a browser look for the true end. */
const BEYOND_S = 1e7;

/** Plays the parts of an answer one after the other. */
export function usePlayer(parts: readonly PlayedPart[]): Player {
  const media = useRef<HTMLMediaElement>(null);
  /** Where in the next part one goes on, in seconds; null when it waits to be played. */
  const goesOn = useRef<number | null>(null);
  const [wanted, setWanted] = useState(0);
  const index = Math.min(wanted, Math.max(0, parts.length - 1));
  const source = parts[index]?.source;
  useEffect(() => {
    if (!media.current || source === undefined) return undefined;
    const leave = load(media.current, source, goesOn.current ?? 0);
    if (goesOn.current !== null) play(media.current);
    goesOn.current = null;
    return leave;
  }, [source]);
  const goTo = (part: number, seconds: number): void => {
    if (part !== index) {
      goesOn.current = seconds;
      setWanted(part);
    } else if (media.current) {
      media.current.currentTime = seconds;
      play(media.current);
    }
  };
  return {
    media,
    index,
    choose: setWanted,
    onEnded: () => {
      if (index + 1 < parts.length) goTo(index + 1, 0);
    },
    timeMs: () => startOf(parts, index) + Math.round((media.current?.currentTime ?? 0) * 1000),
    toggle: () => toggle(media.current),
    back: (ms) => {
      if (media.current) media.current.currentTime = Math.max(0, media.current.currentTime - ms / 1000);
    },
    playFrom: (ms) => {
      const there = Math.max(0, parts.findLastIndex((_, part) => startOf(parts, part) <= ms));
      goTo(there, (ms - startOf(parts, there)) / 1000);
    },
  };
}

/** A browser may refuse to play what nobody clicked on. */
const play = (media: HTMLMediaElement): void => void media.play().catch(() => undefined);

function toggle(media: HTMLMediaElement | null): void {
  if (media?.paused) play(media);
  else media?.pause();
}

/** Milliseconds of the whole answer that lie before a part. */
const startOf = (parts: readonly PlayedPart[], index: number): number => parts.slice(0, index).reduce((sum, { durationMs }) => sum + durationMs, 0);

function load(media: HTMLMediaElement, source: Blob | string, fromSeconds: number): () => void {
  const url = typeof source === 'string' ? source : URL.createObjectURL(source);
  const left = new AbortController();
  media.addEventListener('loadedmetadata', () => {
    if (media.duration === Infinity) findEnd(media, fromSeconds, left.signal);
    else if (fromSeconds > 0) media.currentTime = fromSeconds;
  }, { signal: left.signal, once: true });
  media.src = url;
  return () => {
    left.abort();
    if (typeof source !== 'string') URL.revokeObjectURL(url);
  };
}

/** What a browser has just recorded does not say how long it is, and could not be sought in without. */
function findEnd(media: HTMLMediaElement, fromSeconds: number, signal: AbortSignal): void {
  media.addEventListener('durationchange', () => { if (media.duration !== Infinity) media.currentTime = fromSeconds; }, { signal });
  media.currentTime = BEYOND_S;
}

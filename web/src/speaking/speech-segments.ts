import { type Span } from './take-kind.js';

/** Levels are in dBFS; below this a microphone gives nothing but its own noise. */
const SILENCE_DB = -70;
/** Nothing softer is taken for a voice, in however quiet a room. */
const SOFTEST_DB = -50;
const ABOVE_NOISE_DB = 10;
/** A room can be no louder than this before the voice is lost in it. */
const LOUDEST_ROOM_DB = -30;
/** How fast the floor follows a room that grows louder; a voice is louder for a while only, a fan stays. */
const FLOOR_RISES_DB_PER_SECOND = 1.5;
/** Between two words of one sentence there is as much silence as this. */
const HANGOVER_MS = 350;
/** A knock on the table is shorter. */
const SHORTEST_MS = 160;

/**
 * When somebody spoke, from how loud it was: louder than the room for long enough, with the short silences between words
 * counted in. Only loudness is looked at; nothing is recognised.
 */
export class SpeechSegments {
  private floor = SOFTEST_DB - ABOVE_NOISE_DB;
  private lastHeard: number | null = null;
  private open: Span | null = null;
  private readonly spans: Span[] = [];

  /** One measurement; in the order of time, about twenty a second. */
  hear(atMs: number, db: number): void {
    const level = Number.isFinite(db) ? Math.max(db, SILENCE_DB) : SILENCE_DB;
    const risen = this.floor + (FLOOR_RISES_DB_PER_SECOND * (atMs - (this.lastHeard ?? atMs))) / 1000;
    this.floor = Math.max(SILENCE_DB, Math.min(risen, level, LOUDEST_ROOM_DB));
    const since = this.lastHeard ?? atMs;
    this.lastHeard = atMs;
    if (level >= Math.max(SOFTEST_DB, this.floor + ABOVE_NOISE_DB)) this.speak(since, atMs);
    else if (this.open && atMs - this.open[1] > HANGOVER_MS) this.close();
  }

  /** All that was spoken, in whole milliseconds. */
  finish(): Span[] {
    this.close();
    return this.spans.map(([from, to]) => [Math.round(from), Math.round(to)]);
  }

  private speak(from: number, to: number): void {
    if (this.open && from - this.open[1] > HANGOVER_MS) this.close();
    if (this.open) this.open[1] = to;
    else this.open = [from, to];
  }

  private close(): void {
    if (this.open && this.open[1] - this.open[0] >= SHORTEST_MS) this.spans.push(this.open);
    this.open = null;
  }
}

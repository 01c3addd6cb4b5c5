import { decodePcm, RATE } from './pcm.js';

/** What was cut off: the item that was playing, and how much of it was heard. */
export interface CutOff {
  readonly itemId: string;
  readonly heardMs: number;
}

interface Playing {
  readonly itemId: string;
  readonly node: AudioBufferSourceNode;
  readonly startsAt: number;
  readonly seconds: number;
}

/** An agent's voice: pieces are played one behind the other as they come, much faster than they sound. */
export class SoundOut {
  private queue: Playing[] = [];
  /** How much of the item that plays was heard before what stands in the queue, in seconds. */
  private readonly heard = new Map<string, number>();
  private free = 0;

  constructor(private readonly context: AudioContext, private readonly onChange: (playing: boolean) => void) {}

  play(itemId: string, pcm: string): void {
    const samples = decodePcm(pcm);
    if (samples.length === 0) return;
    const buffer = new AudioBuffer({ length: samples.length, numberOfChannels: 1, sampleRate: RATE });
    buffer.copyToChannel(samples, 0);
    const node = new AudioBufferSourceNode(this.context, { buffer });
    node.connect(this.context.destination);
    const startsAt = Math.max(this.free, this.context.currentTime);
    this.free = startsAt + buffer.duration;
    const piece = { itemId, node, startsAt, seconds: buffer.duration };
    if (this.queue.length === 0) this.onChange(true);
    this.queue.push(piece);
    node.addEventListener('ended', () => this.ended(piece));
    node.start(startsAt);
  }

  /** Falls silent at once; null when nothing played. */
  stop(): CutOff | null {
    const [first] = this.queue;
    if (!first) return null;
    const { itemId } = first;
    const now = this.context.currentTime;
    const seconds = this.queue.filter((piece) => piece.itemId === itemId).reduce((sum, piece) => sum + Math.max(0, Math.min(piece.seconds, now - piece.startsAt)), this.heard.get(itemId) ?? 0);
    const queue = this.queue;
    this.queue = [];
    for (const { node } of queue) node.stop();
    this.free = 0;
    this.onChange(false);
    return { itemId, heardMs: Math.floor(seconds * 1000) };
  }

  private ended(piece: Playing): void {
    if (!this.queue.includes(piece)) return;
    this.queue = this.queue.filter((other) => other !== piece);
    this.heard.set(piece.itemId, (this.heard.get(piece.itemId) ?? 0) + piece.seconds);
    if (this.queue.length === 0) this.onChange(false);
  }
}

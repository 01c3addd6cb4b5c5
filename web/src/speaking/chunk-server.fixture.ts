import { type ChunkPost, type CompleteOutcome, type SendOutcome } from './chunk-post.js';

/** The server: holds pieces by their place, once, and confirms a take when it has all of it. */
export class Server implements ChunkPost {
  readonly parts: number[][] = [];
  readonly order: string[] = [];
  down = false;
  takesNothing = false;
  answersAreLost = false;
  state: 'recording' | 'sent' = 'recording';
  whole: number[] | null = null;

  async send(_takeId: string, part: number, seq: number): Promise<SendOutcome> {
    if (this.down) return 'lost';
    if (this.takesNothing) return 'refused';
    const chunks = (this.parts[part] ??= []);
    if (!chunks.includes(seq)) chunks.push(seq);
    this.order.push(`${part}.${seq}`);
    return this.answersAreLost ? 'lost' : 'kept';
  }

  async complete(_takeId: string, parts: number[]): Promise<CompleteOutcome> {
    if (this.down) return 'lost';
    if (parts.some((count, part) => Array.from({ length: count }, (_, seq) => seq).some((seq) => !this.parts[part]?.includes(seq)))) return 'missing';
    this.state = 'sent';
    this.whole = parts;
    return this.answersAreLost ? 'lost' : 'done';
  }

  async have() {
    if (this.down) return 'lost' as const;
    if (this.takesNothing) return 'refused' as const;
    return this.state === 'sent' ? 'done' as const : this.parts.map((chunks, part) => ({ part, chunks: [...chunks] }));
  }
}

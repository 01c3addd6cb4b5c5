import { randomUUID } from 'node:crypto';
import { type WebSocket } from 'ws';

/** What happens in a conversation: everything is said by the questions that the room gives, in the order it gives them. */
export interface Script {
  /** What the candidate is heard to say to a question, by its number and, for a follow-up, with an `f` behind it; null: nobody writes it down. */
  readonly answers: Readonly<Record<string, string | null>>;
  /** The line is cut while this question is open: before anything was said to it. */
  readonly cutAt?: string;
  /** How long the interviewer speaks, in seconds of sound. */
  readonly speaksFor?: (question: string) => number;
  /** Says things that no interviewer says before each answer. */
  readonly babbles?: boolean;
  /** Hears, and takes nobody to have spoken. */
  readonly waits?: boolean;
}

/** What came from the room, taken apart. */
export interface FromTheRoom {
  readonly type: string;
  readonly session?: { readonly instructions?: string };
  readonly item_id?: string;
  readonly audio_end_ms?: number;
}

interface Told {
  readonly ask?: string;
  readonly number?: number;
  readonly follow_up?: boolean;
  readonly done?: boolean;
  readonly the_line_was_down?: boolean;
}

const RATE = 24_000;
const BYTES_A_MS = (RATE * 2) / 1000;
/** So much of a voice has to arrive before somebody counts as speaking, and then as having finished. */
const HEARD_MS = 200;
const DEFAULT_SECONDS = 0.3;

/** The interviewer at one end of a line, as the protocol has it: it says what it is given, hears sound that is not silence, and goes on. */
export class RealtimeAgent {
  /** Everything that was sent, without the sound. */
  readonly received: FromTheRoom[] = [];
  /** What the room gave to say, in order. */
  readonly told: Told[] = [];
  /** Sound that arrived, and how much of it was no silence, in milliseconds. */
  soundMs = 0;
  voiceMs = 0;
  private open: Told | null = null;
  private listening: { itemId: string; since: number } | null = null;
  private done = false;

  constructor(private readonly socket: WebSocket, private readonly script: Script, readonly model: string | null) {
    socket.on('message', (data: Buffer) => this.hear(JSON.parse(data.toString()) as Message));
    this.say({ type: 'session.created', session: { id: randomUUID() } });
  }

  get isGone(): boolean {
    return this.socket.readyState !== this.socket.OPEN;
  }

  private hear(message: Message): void {
    if (message.type === 'input_audio_buffer.append') return this.hearSound(Buffer.from(message.audio ?? '', 'base64'));
    this.received.push(message);
    const text = message.item?.output ?? message.item?.content?.[0]?.text.replace(/^<room>|<\/room>$/g, '');
    if (text !== undefined) {
      const told = JSON.parse(text) as Told;
      this.told.push(told);
      this.open = told;
    }
    if (message.type === 'response.create') this.respond();
  }

  /** Says what was given last: all at once, much faster than it sounds. */
  private respond(): void {
    const { open } = this;
    if (!open || this.done) return;
    const [name, itemId] = [nameOf(open), randomUUID()];
    const words = open.ask ?? 'Thank you, goodbye.';
    this.say({ type: 'response.created', response: { id: randomUUID() } });
    if (this.script.babbles === true) this.babble();
    for (const word of words.split(/(?<= )/)) this.say({ type: 'response.output_audio_transcript.delta', item_id: itemId, delta: word });
    const seconds = this.script.speaksFor?.(name) ?? DEFAULT_SECONDS;
    for (let at = 0; at < seconds; at += 0.5) this.say({ type: 'response.output_audio.delta', item_id: itemId, delta: tone(Math.min(0.5, seconds - at)) });
    this.say({ type: 'response.output_audio_transcript.done', item_id: itemId, transcript: words });
    this.say({ type: 'response.done', response: { status: 'completed' } });
    this.done = open.done === true;
    if (this.script.cutAt === name && open.the_line_was_down !== true) return this.socket.terminate();
    this.voiceMs = 0;
  }

  private hearSound(pcm: Buffer): void {
    const ms = pcm.length / BYTES_A_MS;
    this.soundMs += ms;
    if (isVoice(pcm)) this.voiceMs += ms;
    if (!this.open || this.done || this.open.ask === undefined || this.script.waits === true) return;
    if (!this.listening && this.voiceMs >= HEARD_MS) {
      this.listening = { itemId: randomUUID(), since: this.soundMs };
      this.say({ type: 'input_audio_buffer.speech_started', item_id: this.listening.itemId, audio_start_ms: Math.round(this.soundMs - HEARD_MS) });
    } else if (this.listening && this.soundMs - this.listening.since >= 2 * HEARD_MS) this.heardOut(this.listening.itemId);
  }

  private heardOut(itemId: string): void {
    const answer = this.script.answers[nameOf(this.open)];
    this.listening = null;
    this.open = null;
    this.voiceMs = 0;
    this.say({ type: 'input_audio_buffer.speech_stopped', item_id: itemId, audio_end_ms: Math.round(this.soundMs) });
    this.say({ type: 'input_audio_buffer.committed', item_id: itemId });
    if (answer === null) this.say({ type: 'conversation.item.input_audio_transcription.failed', item_id: itemId, error: { code: 'audio_unintelligible' } });
    this.say({ type: 'response.created', response: { id: randomUUID() } });
    this.say({ type: 'response.function_call_arguments.done', call_id: randomUUID(), name: 'next_question', arguments: '{"number":1}' });
    this.say({ type: 'response.done', response: { status: 'completed' } });
    // Written down a moment later than it was understood, as it is.
    if (answer !== null) setImmediate(() => this.say({ type: 'conversation.item.input_audio_transcription.completed', item_id: itemId, transcript: answer ?? '' }));
  }

  private babble(): void {
    for (const nonsense of ['', '{', '[]', 'null', '{"type":"session.exploded"}', '{"type":"response.output_audio.delta","item_id":"none","delta":"???"}', '{"type":"error","error":{"code":"server_error"}}']) this.socket.send(nonsense);
  }

  private say(event: object): void {
    if (!this.isGone) this.socket.send(JSON.stringify({ event_id: randomUUID(), ...event }));
  }
}

interface Message extends FromTheRoom {
  readonly audio?: string;
  readonly item?: { readonly output?: string; readonly content?: readonly { readonly text: string }[] };
}

/** "2", and for its follow-up "2f". */
const nameOf = (told: Told | null): string => `${told?.number ?? ''}${told?.follow_up === true ? 'f' : ''}`;

function isVoice(pcm: Buffer): boolean {
  let loudest = 0;
  for (let at = 0; at + 1 < pcm.length; at += 2) loudest = Math.max(loudest, Math.abs(pcm.readInt16LE(at)));
  return loudest > 500;
}

/** A quiet hum. */
function tone(seconds: number): string {
  const samples = Int16Array.from({ length: Math.round(seconds * RATE) }, (_, at) => 1_000 * Math.sin((2 * Math.PI * 220 * at) / RATE));
  return Buffer.from(samples.buffer).toString('base64');
}

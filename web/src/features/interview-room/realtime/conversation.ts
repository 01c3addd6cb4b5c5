import { type InterviewerLine } from '../../../api/schema.js';
import { DeviceFault } from '../../../speaking/device-fault.js';
import { closeDevices, openDevices } from '../../../speaking/devices.js';
import { AgentLine } from './agent-line.js';
import { SoundIn } from './sound-in.js';
import { SoundOut } from './sound-out.js';
import { type Spoken } from './spoken.js';
import { Talk, type TalkNow } from './talk.js';
import { type Ask } from './talk-messages.js';

/** With what a conversation begins: a question, and what was said to it before the line was down or the page was loaded again. */
export interface Beginning {
  readonly question: Ask;
  readonly resumed: boolean;
  readonly before: Spoken;
}

/** What a conversation needs of its room. */
export interface ConversationPorts {
  /** A key, made now. */
  line(): Promise<InterviewerLine>;
  /** Null when every question has an answer. */
  first(): Beginning | null;
  /** This question is open now. */
  asked(position: number): void;
  after(position: number): Promise<Ask | null>;
  keep(position: number, spoken: Spoken, transcriber: string): void;
}

export interface ConversationNow extends TalkNow {
  /** Why it did not begin, or ended. */
  readonly fault: unknown;
  readonly muted: boolean;
  /** It was as long as one conversation may be. */
  readonly timeOver: boolean;
}

/** Whoever has not answered by then will not. */
const RINGS_MS = 20_000;

/** The interviewer did not answer the call. */
export class NoInterviewerError extends Error {}

interface Held {
  readonly context: AudioContext;
  readonly out: SoundOut;
  stream?: MediaStream;
  line?: AgentLine;
  microphone?: SoundIn;
  timer?: ReturnType<typeof setTimeout>;
}

/** A conversation with everything it holds: microphone, loudspeaker and line. All of it is let go when it ends, however it ends. */
export class Conversation {
  private readonly talk: Talk;
  private held: Held | null = null;
  private transcriber = '';
  private extra: Pick<ConversationNow, 'fault' | 'muted' | 'timeOver'> = { fault: null, muted: false, timeOver: false };
  private now: ConversationNow;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly ports: ConversationPorts) {
    this.talk = new Talk({
      send: (message) => this.held?.line?.send(message),
      play: (itemId, pcm) => this.held?.out.play(itemId, pcm),
      silence: () => this.held?.out.stop() ?? null,
      keep: (position, spoken) => ports.keep(position, spoken, this.transcriber),
      after: (position) => ports.after(position),
    });
    this.now = { ...this.talk.read(), ...this.extra };
    this.talk.subscribe(() => this.look());
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): ConversationNow => this.now;

  /** Begins, or goes on after the line was down. To be called when somebody pressed something: browsers let nothing sound otherwise. */
  readonly start = async (): Promise<void> => {
    const beginning = this.ports.first();
    if (this.held || !beginning) return;
    const context = new AudioContext();
    const held: Held = { context, out: new SoundOut(context, (playing) => this.talk.plays(playing)) };
    this.held = held;
    this.tell({ fault: null, muted: false, timeOver: false });
    this.talk.connecting(true);
    try {
      await this.open(held, beginning);
    } catch (error) {
      this.fail(held, error);
    }
  };

  readonly mute = (muted: boolean): void => {
    // A microphone that is off sounds like silence, so that what was said until then counts as finished.
    for (const track of this.held?.stream?.getAudioTracks() ?? []) track.enabled = !muted;
    this.tell({ muted });
  };

  readonly interrupt = (): void => {
    if (this.now.speaking === 'interviewer') this.talk.interrupt();
  };

  readonly next = (): void => void this.talk.next();

  /** Ends once what was said last is written down; pressed again, at once. */
  readonly end = (): void => {
    const { held } = this;
    if (!held || this.now.phase !== 'open') return this.hangUp();
    deafen(held);
    void this.talk.finish();
  };

  readonly hangUp = (): void => {
    if (this.held) this.talk.end();
    this.release();
  };

  private async open(held: Held, { question, resumed, before }: Beginning): Promise<void> {
    const stream = await openDevices('audio');
    if (this.held !== held) return closeDevices(stream);
    held.stream = stream;
    await held.context.resume();
    const address = await this.ports.line();
    if (this.held !== held) return;
    this.transcriber = address.transcriber;
    this.talk.connecting(address.truncates);
    let opened = false;
    const unanswered = (): void => this.fail(held, new NoInterviewerError('The interviewer did not answer.'));
    held.timer = setTimeout(unanswered, RINGS_MS);
    const line = new AgentLine(address, {
      opened: () => {
        opened = true;
        this.listen(held, line, address.seconds);
        this.talk.ask(question, resumed, before);
      },
      said: (event) => this.talk.hear(event),
      lost: () => (opened ? this.talk.lost() : unanswered()),
    });
    held.line = line;
  }

  private listen(held: Held, line: AgentLine, seconds: number): void {
    const { stream, context } = held;
    if (!stream) return;
    held.microphone = new SoundIn(context, (piece, ms) => { if (line.sendSound(piece)) this.talk.sent(ms); });
    held.microphone.open(stream).catch((error: unknown) => this.fail(held, error));
    stream.getAudioTracks().forEach((track) => track.addEventListener('ended', () => this.unplugged(held), { once: true }));
    clearTimeout(held.timer);
    held.timer = setTimeout(() => {
      this.tell({ timeOver: true });
      this.end();
    }, seconds * 1000);
  }

  private unplugged(held: Held): void {
    if (this.held !== held) return;
    this.tell({ fault: new DeviceFault('unplugged', 'microphone') });
    this.talk.lost();
  }

  private fail(held: Held, fault: unknown): void {
    if (this.held !== held) return;
    this.release();
    this.tell({ fault });
    this.talk.failed();
  }

  private look(): void {
    const { phase, asked } = this.talk.read();
    if (asked && asked !== this.now.asked) this.ports.asked(asked.position);
    if (phase === 'lost' || phase === 'over') this.release();
    this.tell({});
  }

  private release(): void {
    const { held } = this;
    if (!held) return;
    this.held = null;
    clearTimeout(held.timer);
    held.line?.hangUp();
    deafen(held);
    void held.context.close();
  }

  private tell(change: Partial<typeof this.extra>): void {
    this.extra = { ...this.extra, ...change };
    this.now = { ...this.talk.read(), ...this.extra };
    for (const listener of this.listeners) listener();
  }
}

/** Nothing more is heard of whoever sits here. */
function deafen({ microphone, stream }: Held): void {
  microphone?.close();
  if (stream) closeDevices(stream);
}

import { type AgentEvent } from './agent-events.js';
import { Captions, type Caption } from './captions.js';
import { encodePcm, RATE } from './pcm.js';
import { type CutOff } from './sound-out.js';
import { NOTHING_SAID, type Spoken } from './spoken.js';
import { type Ask, askMessage, NEXT_QUESTION, toolOutput } from './talk-messages.js';
import { Utterances } from './utterances.js';

/** A conversation: not begun, being connected, under way, saying goodbye, ended by the candidate, cut off by somebody else, over. */
export type TalkPhase = 'idle' | 'connecting' | 'open' | 'closing' | 'ending' | 'lost' | 'over';

export interface TalkNow {
  readonly phase: TalkPhase;
  readonly asked: Ask | null;
  readonly speaking: 'interviewer' | 'candidate' | null;
  readonly captions: readonly Caption[];
  /** Questions to which something was said that nobody wrote down. */
  readonly unheard: readonly number[];
}

/** What a conversation needs from outside. */
export interface TalkPorts {
  send(message: unknown): void;
  play(itemId: string, pcm: string): void;
  /** Silences the interviewer at once. */
  silence(): CutOff | null;
  /** More of what was said to a question is known, if only that it was not written down. */
  keep(position: number, spoken: Spoken): void;
  /** What is asked next; null after the last. Never rejects. */
  after(position: number): Promise<Ask | null>;
}

interface Call {
  readonly callId: string;
  readonly name: string;
}

/** Longer than the pause that is left to think in the middle of a sentence. */
const SILENCE = encodePcm(new Float32Array(2 * RATE));
const ALREADY_RESPONDING = 'conversation_already_has_active_response';

/**
 * Leads a conversation through the questions of a room. The interviewer is given one question at a time and calls the tool
 * `next_question` for the next, so that what is said always belongs to the question that is open: it has no other to ask.
 * Knows nothing of React, of sockets, or of how anything is saved.
 */
export class Talk {
  private phase: TalkPhase = 'idle';
  private asked: Ask | null = null;
  private playing = false;
  private responding = false;
  private wantsResponse = false;
  private goingOn = false;
  private calls: Call[] = [];
  /** Counts the lines: what was begun on one does not end on the next. */
  private lines = 0;
  private readonly cut = new Set<string>();
  private readonly captions = new Captions();
  private readonly utterances: Utterances;
  private readonly listeners = new Set<() => void>();
  private now: TalkNow = { phase: 'idle', asked: null, speaking: null, captions: [], unheard: [] };

  /** `truncates`: whether the provider can be told how much of what it said was heard. */
  constructor(private readonly ports: TalkPorts, private truncates = true) {
    this.utterances = new Utterances((position) => this.keep(position));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): TalkNow => this.now;

  /** A line is being opened, the first or another after one was lost. */
  connecting(truncates: boolean): void {
    this.lines += 1;
    this.truncates = truncates;
    this.responding = false;
    this.wantsResponse = false;
    this.goingOn = false;
    this.calls = [];
    this.utterances.newLine();
    this.go('connecting');
  }

  /** The line is open: asks a question, or comes back to it. `before` is what was said to it in an earlier page. */
  ask(question: Ask, resumed: boolean, before: Spoken = NOTHING_SAID): void {
    this.open(question, before);
    this.ports.send(askMessage(question, resumed));
    this.respond();
    this.go('open');
  }

  /** So much more sound was sent. */
  sent(ms: number): void {
    this.utterances.clock += ms;
  }

  /** The interviewer's voice began or ended to sound. */
  plays(playing: boolean): void {
    this.playing = playing;
    if (!playing) this.utterances.interviewerEnded();
    if (!playing && !this.responding && this.phase === 'closing') this.phase = 'over';
    this.show();
  }

  /** No line could be opened. */
  failed(): void {
    this.go('idle');
  }

  lost(): void {
    if (this.phase === 'over') return;
    this.ports.silence();
    this.utterances.giveUp();
    this.go('lost');
  }

  /** The candidate ends it, and says nothing any more: it is over once what they said last is written down. */
  async finish(): Promise<void> {
    const line = this.lines;
    this.interrupt();
    this.go('ending');
    // Providers take somebody who is silent for this long to have finished.
    this.ports.send({ type: 'input_audio_buffer.append', audio: SILENCE });
    await this.utterances.allSettled();
    if (line === this.lines && this.phase === 'ending') this.end();
  }

  /** It ends at once. */
  end(): void {
    this.ports.silence();
    this.utterances.giveUp();
    this.go('over');
  }

  /** Silences the interviewer: by speaking, or by those who would rather press something. What was cut off is told to the interviewer. */
  interrupt(): void {
    const cutOff = this.ports.silence();
    if (this.responding) this.ports.send({ type: 'response.cancel' });
    if (!cutOff) return;
    this.cut.add(cutOff.itemId);
    this.captions.cutOff(cutOff.itemId);
    if (this.truncates) this.ports.send({ type: 'conversation.item.truncate', item_id: cutOff.itemId, content_index: 0, audio_end_ms: cutOff.heardMs });
    this.show();
  }

  /** The candidate wants the next question, answered or not. */
  async next(): Promise<void> {
    if (this.phase !== 'open' || this.goingOn) return;
    this.interrupt();
    await this.goOn(null);
  }

  hear(event: AgentEvent): void {
    switch (event.type) {
      case 'ready':
        return;
      case 'speech_started':
        if (this.phase === 'open') this.startSpeaking(event.itemId, event.atMs);
        return;
      case 'speech_stopped':
        this.utterances.stop(event.itemId, event.atMs);
        return this.show();
      case 'committed':
        this.utterances.stop(event.itemId, null);
        return this.show();
      case 'written_down':
        return this.writeDown(event.itemId, event.text);
      case 'not_written_down':
        this.utterances.fail(event.itemId);
        return this.show();
      case 'response_created':
        this.responding = true;
        return;
      case 'sound':
        if (this.phase !== 'ending' && !this.cut.has(event.itemId)) this.ports.play(event.itemId, event.pcm);
        return;
      case 'words':
        this.captions.add(event.itemId, event.delta);
        return this.show();
      case 'words_done':
        this.captions.finish(event.itemId, event.text);
        return this.show();
      case 'tool_called':
        this.calls.push(event);
        return;
      case 'response_done':
        return this.responded(event.cancelled);
      case 'fault':
        if (event.code === ALREADY_RESPONDING) this.wantsResponse = true;
        return;
    }
  }

  private startSpeaking(itemId: string, atMs: number | null): void {
    this.interrupt();
    if (!this.asked) return;
    const { position } = this.asked;
    this.captions.placeFor(itemId);
    this.utterances.start(itemId, position, atMs);
    this.show();
  }

  private writeDown(itemId: string, text: string): void {
    // Somebody who never said that speech began still heard it.
    if (!this.utterances.knows(itemId) && this.asked && text.trim() !== '') this.startSpeaking(itemId, null);
    this.captions.say(itemId, text);
    this.utterances.write(itemId, text);
    this.show();
  }

  private responded(cancelled: boolean): void {
    this.responding = false;
    const calls = this.calls.splice(0);
    for (const call of calls) void this.answer(call, cancelled);
    if (this.wantsResponse) this.respond();
    if (this.phase === 'closing' && !this.playing && !this.responding && calls.length === 0) this.phase = 'over';
    this.show();
  }

  private async answer(call: Call, cancelled: boolean): Promise<void> {
    const because = this.whyNotYet(call, cancelled);
    if (because === null) await this.goOn(call);
    else this.ports.send(toolOutput(call.callId, { wait: true, because }));
  }

  private whyNotYet({ name }: Call, cancelled: boolean): string | null {
    if (name !== NEXT_QUESTION) return 'There is no such tool.';
    if (!this.asked || this.goingOn || this.phase !== 'open') return 'There is nothing to go on to.';
    if (cancelled) return 'The candidate went on speaking. Listen.';
    return this.utterances.hasSpoken(this.asked.position) ? null : 'The candidate has not answered yet. Wait for them.';
  }

  /** To the next question, once all that was said to this one is written down. `call`: the interviewer asked for it. */
  private async goOn(call: Call | null): Promise<void> {
    if (!this.asked) return;
    const [{ position }, line] = [this.asked, this.lines];
    this.goingOn = true;
    const spoken = this.utterances.count(position);
    await this.utterances.settled(position);
    const next = await this.ports.after(position);
    if (line !== this.lines) return;
    this.goingOn = false;
    // Hung up meanwhile.
    if (this.phase !== 'open') return;
    if (call && this.utterances.count(position) > spoken) {
      this.ports.send(toolOutput(call.callId, { wait: true, because: 'The candidate went on speaking. Listen.' }));
      return;
    }
    if (next) this.open(next, NOTHING_SAID);
    else this.phase = 'closing';
    this.ports.send(call ? toolOutput(call.callId, next ?? { done: true }) : askMessage(next ?? { done: true }, false));
    this.respond();
    this.show();
  }

  private open(question: Ask, before: Spoken): void {
    this.asked = question;
    this.utterances.begin(question.position, before);
  }

  private respond(): void {
    this.wantsResponse = this.responding;
    if (this.responding) return;
    this.responding = true;
    this.ports.send({ type: 'response.create' });
  }

  private keep(position: number): void {
    this.ports.keep(position, this.utterances.spoken(position));
  }

  private go(phase: TalkPhase): void {
    this.phase = phase;
    this.show();
  }

  private show(): void {
    const { phase, asked } = this;
    this.now = { phase, asked, speaking: this.speaking(), captions: this.captions.all(), unheard: this.utterances.unheard() };
    for (const listener of this.listeners) listener();
  }

  private speaking(): TalkNow['speaking'] {
    if (this.utterances.isSpeaking()) return 'candidate';
    return this.playing ? 'interviewer' : null;
  }
}

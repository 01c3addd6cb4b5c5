import { type AgentEvent, readEvent } from './agent-events.js';

/** What leads to an agent: an address, who one is there (a key for a minute), and what is said first. */
export interface AgentAddress {
  readonly url: string;
  readonly protocols: readonly string[];
  readonly opening: unknown;
}

export interface LineListener {
  opened(): void;
  said(event: AgentEvent): void;
  /** The line is down, and not because one hung up. */
  lost(): void;
}

/** A line to an agent. Sound that would pile up because the network is slow is left out rather than sent late. */
export class AgentLine {
  private readonly socket: WebSocket;
  private hungUp = false;

  constructor({ url, protocols, opening }: AgentAddress, private readonly listener: LineListener) {
    this.socket = new WebSocket(url, [...protocols]);
    this.socket.addEventListener('open', () => {
      if (opening !== null) this.send(opening);
      listener.opened();
    });
    this.socket.addEventListener('message', ({ data }) => {
      const event = readEvent(data);
      if (event && !this.hungUp) listener.said(event);
    });
    this.socket.addEventListener('close', () => this.close());
  }

  send(message: unknown): void {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }

  /** False when it was left out. */
  sendSound(base64: string): boolean {
    if (this.socket.readyState !== WebSocket.OPEN || this.socket.bufferedAmount > MOST_WAITING) return false;
    this.send({ type: 'input_audio_buffer.append', audio: base64 });
    return true;
  }

  hangUp(): void {
    this.hungUp = true;
    this.socket.close(1000);
  }

  private close(): void {
    if (!this.hungUp) this.listener.lost();
    this.hungUp = true;
  }
}

/** About ten seconds of sound. */
const MOST_WAITING = 640_000;

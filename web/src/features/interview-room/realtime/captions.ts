/** A line of what is said, as it can be read. */
export interface Caption {
  readonly id: string;
  readonly who: 'interviewer' | 'candidate';
  readonly text: string;
  /** Nothing is added to it any more. */
  readonly done: boolean;
  /** The interviewer was interrupted in it. */
  readonly cut: boolean;
}

/** What both sides say, in the order in which they began to say it. */
export class Captions {
  private readonly lines = new Map<string, Caption>();

  /** Those with words in them. */
  all(): Caption[] {
    return [...this.lines.values()].filter(({ text }) => text.trim() !== '');
  }

  /** The candidate began to speak: whatever it was, it stands here. */
  placeFor(itemId: string): void {
    if (!this.lines.has(itemId)) this.lines.set(itemId, { id: itemId, who: 'candidate', text: '', done: false, cut: false });
  }

  say(itemId: string, text: string): void {
    this.lines.set(itemId, { id: itemId, who: 'candidate', text: text.trim(), done: true, cut: false });
  }

  add(itemId: string, delta: string): void {
    const line = this.lines.get(itemId);
    if (line?.cut === true) return;
    this.lines.set(itemId, { id: itemId, who: 'interviewer', text: (line?.text ?? '') + delta, done: false, cut: false });
  }

  finish(itemId: string, text: string): void {
    const line = this.lines.get(itemId);
    if (line?.cut === true) return;
    this.lines.set(itemId, { id: itemId, who: 'interviewer', text: text === '' ? (line?.text ?? '') : text, done: true, cut: false });
  }

  cutOff(itemId: string): void {
    const line = this.lines.get(itemId);
    if (line) this.lines.set(itemId, { ...line, done: true, cut: true });
  }
}

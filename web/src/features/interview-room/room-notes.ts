/** What is counted at one question since the page was opened. */
export interface RoomNote {
  readonly position: number;
  readonly timesLeft: number;
  readonly pastes: number;
  readonly pastedCharacters: number;
}

/** Counts, and sends what it has counted so far: whole numbers since the visit began, so that sending twice counts once. */
export class RoomNotes {
  private readonly notes = new Map<number, RoomNote>();
  private unsent = new Set<number>();

  constructor(private readonly send: (notes: readonly RoomNote[], leavingPage: boolean) => Promise<void>) {}

  left(position: number): void {
    this.add(position, { timesLeft: 1, pastes: 0, pastedCharacters: 0 });
  }

  pasted(position: number, characters: number): void {
    this.add(position, { timesLeft: 0, pastes: 1, pastedCharacters: characters });
  }

  /** What could not be sent is sent the next time. */
  async flush(leavingPage = false): Promise<void> {
    if (this.unsent.size === 0) return;
    const sent = this.unsent;
    this.unsent = new Set();
    try {
      await this.send([...sent].flatMap((position) => this.notes.get(position) ?? []), leavingPage);
    } catch {
      for (const position of sent) this.unsent.add(position);
    }
  }

  private add(position: number, more: Omit<RoomNote, 'position'>): void {
    const before = this.notes.get(position) ?? { position, timesLeft: 0, pastes: 0, pastedCharacters: 0 };
    this.notes.set(position, { position, timesLeft: before.timesLeft + more.timesLeft, pastes: before.pastes + more.pastes, pastedCharacters: before.pastedCharacters + more.pastedCharacters });
    this.unsent.add(position);
  }
}

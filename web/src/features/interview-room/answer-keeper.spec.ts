import { jest } from '@jest/globals';
import { AnswerKeeper, type Draft, type DraftStore, type Save, type SaveOutcome, TYPED } from './answer-keeper.js';

class Drafts implements DraftStore {
  constructor(public draft: Draft | null = null) {}
  read = (): Draft | null => this.draft;
  write = (draft: Draft): void => { this.draft = draft; };
  forget = (): void => { this.draft = null; };
}

/** A server of one answer that counts revisions as the real one does; `down` is a lost connection. */
class Server {
  text = '';
  manner = TYPED;
  revision = 0;
  down = false;
  saves = 0;
  save: Save = async ({ text, ...manner }, baseRevision): Promise<SaveOutcome> => {
    await Promise.resolve();
    if (this.down) return { kind: 'lost', says: 'no connection' };
    if (baseRevision !== this.revision) return { kind: 'conflict', theirs: { text: this.text, ...this.manner, revision: this.revision, savedAt: '2026-11-21T14:00:00Z' } };
    this.saves += 1;
    this.text = text;
    this.manner = manner;
    this.revision += 1;
    return { kind: 'saved', revision: this.revision, savedAt: '2026-11-21T14:02:00Z' };
  };
}

describe('the keeper of an answer', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('saves once after a pause in typing, not at every key', async () => {
    const server = new Server();
    const keeper = new AnswerKeeper(null, new Drafts(), server.save);
    keeper.type('I');
    keeper.type('I measured');
    await jest.advanceTimersByTimeAsync(799);
    expect(server.saves).toBe(0);
    await jest.advanceTimersByTimeAsync(1);
    expect(server).toMatchObject({ text: 'I measured', saves: 1 });
    expect(keeper.read().status).toEqual({ kind: 'saved', at: '2026-11-21T14:02:00Z' });
  });

  it('holds the text through a lost connection and saves it by itself once it is back', async () => {
    const server = new Server();
    const drafts = new Drafts();
    const keeper = new AnswerKeeper(null, drafts, server.save);
    server.down = true;
    keeper.type('kept');
    await jest.advanceTimersByTimeAsync(800);
    expect(keeper.read().status.kind).toBe('lost');
    expect(drafts.draft).toEqual({ text: 'kept', ...TYPED, baseRevision: 0 });
    server.down = false;
    await jest.advanceTimersByTimeAsync(2_000);
    expect(server.text).toBe('kept');
    expect(drafts.draft).toBeNull();
  });

  it('takes up after a reload what was typed and not saved', async () => {
    const server = new Server();
    const keeper = new AnswerKeeper(null, new Drafts({ text: 'typed before the reload', ...TYPED, baseRevision: 0 }), server.save);
    expect(keeper.read().text).toBe('typed before the reload');
    await jest.advanceTimersByTimeAsync(0);
    expect(server.text).toBe('typed before the reload');
  });

  it('sends what was typed while a save was under way', async () => {
    const server = new Server();
    const keeper = new AnswerKeeper(null, new Drafts(), server.save);
    keeper.type('first');
    const saving = keeper.flush();
    keeper.type('first and second');
    await saving;
    expect(keeper.isDirty()).toBe(true);
    await jest.advanceTimersByTimeAsync(800);
    expect(server).toMatchObject({ text: 'first and second', revision: 2 });
    expect(keeper.isDirty()).toBe(false);
  });

  it('shows both texts when another tab saved first, and overwrites neither without being told', async () => {
    const server = new Server();
    const keeper = new AnswerKeeper(null, new Drafts(), server.save);
    Object.assign(server, { text: 'from the other tab', revision: 1 });
    keeper.type('from this tab');
    await expect(keeper.flush()).resolves.toBe(false);
    expect(keeper.read()).toMatchObject({ text: 'from this tab', status: { kind: 'conflict', theirs: { text: 'from the other tab' } } });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(server.text).toBe('from the other tab');
    await keeper.resolve('mine');
    expect(server.text).toBe('from this tab');
  });

  it('takes the other text when that is chosen', async () => {
    const server = new Server();
    const drafts = new Drafts();
    const keeper = new AnswerKeeper(null, drafts, server.save);
    Object.assign(server, { text: 'from the other tab', revision: 1 });
    keeper.type('from this tab');
    await keeper.flush();
    await keeper.resolve('theirs');
    expect(keeper.read()).toMatchObject({ text: 'from the other tab', status: { kind: 'saved' } });
    expect(drafts.draft).toBeNull();
  });

  it('saves the same words anew when they were said after they had been typed', async () => {
    const server = new Server();
    const keeper = new AnswerKeeper(null, new Drafts(), server.save);
    keeper.type('the same words');
    await keeper.flush();
    expect(server.manner).toEqual(TYPED);
    keeper.type('the same words', { kind: 'audio', transcriber: 'device' });
    await keeper.flush();
    expect(server).toMatchObject({ manner: { kind: 'audio', transcriber: 'device' }, saves: 2 });
    await keeper.flush();
    expect(server.saves).toBe(2);
  });
});

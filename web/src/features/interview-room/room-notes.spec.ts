import { describe, expect, it } from '@jest/globals';
import { type RoomNote, RoomNotes } from './room-notes.js';

describe('what the room of an invited interview counts', () => {
  it('is sent as whole numbers since the page was opened, and only what has changed', async () => {
    const sent: (readonly RoomNote[])[] = [];
    const notes = new RoomNotes(async (all) => void sent.push(all));
    notes.left(1);
    notes.pasted(1, 40);
    await notes.flush();
    await notes.flush();
    notes.pasted(1, 2);
    notes.left(2);
    await notes.flush(true);
    expect(sent).toEqual([
      [{ position: 1, timesLeft: 1, pastes: 1, pastedCharacters: 40 }],
      [{ position: 1, timesLeft: 1, pastes: 2, pastedCharacters: 42 }, { position: 2, timesLeft: 1, pastes: 0, pastedCharacters: 0 }],
    ]);
  });

  it('is sent again when it could not be sent, and nothing counts twice', async () => {
    const sent: (readonly RoomNote[])[] = [];
    let away = true;
    const notes = new RoomNotes(async (all) => {
      if (away) throw new Error('no connection');
      sent.push(all);
    });
    notes.left(3);
    await notes.flush();
    away = false;
    notes.left(3);
    await notes.flush();
    expect(sent).toEqual([[{ position: 3, timesLeft: 2, pastes: 0, pastedCharacters: 0 }]]);
  });
});

import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { type Actor, For, Id, Me } from '../../platform/http/index.js';
import { notesBody, type NotesBody } from './invited.dto.js';
import { RoomNotes } from './room-notes.js';

/** Facts around the answers of an invited interview, which whoever invited sees and no evaluator does. */
@Controller('api/interviews')
export class RoomNotesController {
  constructor(
    private readonly notes: RoomNotes,
    private readonly db: Database,
  ) {}

  /** How often the page was left and something was pasted, by question, since this visit to the page began. */
  @Post(':id/facts')
  @For('candidate')
  @HttpCode(204)
  noteFacts(@Me() actor: Actor, @Id() id: string, @Body({ schema: notesBody }) body: NotesBody): Promise<void> {
    return this.db.transaction((tx) => this.notes.keep(tx, actor.id, id, body));
  }
}

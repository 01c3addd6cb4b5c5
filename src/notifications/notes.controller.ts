import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Database } from '../platform/db/index.js';
import { type Actor, Me, SignedIn, View } from '../platform/http/index.js';
import { NoteRepository } from './note.repository.js';
import { notesQuery, notesView, type NotesView, readBody, unreadView } from './notifications.dto.js';

const PAGE = 30;

/** The inbox in the product. */
@Controller('api/notes')
export class NotesController {
  constructor(
    private readonly notes: NoteRepository,
    private readonly db: Database,
  ) {}

  @Get()
  @SignedIn()
  @View(notesView)
  async myNotes(@Me() actor: Actor, @Query({ schema: notesQuery }) { before }: { before?: string }): Promise<NotesView> {
    const found = await this.notes.listMine(this.db.alone, actor.id, before ?? null, PAGE + 1);
    const page = found.slice(0, PAGE);
    return {
      notes: page.map((note) => ({ ...note, writtenAt: note.writtenAt.toISOString() })),
      unread: await this.notes.countUnread(this.db.alone, actor.id),
      next: found.length > PAGE ? (page.at(-1)?.id ?? null) : null,
    };
  }

  @Post('read')
  @SignedIn()
  @HttpCode(200)
  @View(unreadView)
  async readNotes(@Me() actor: Actor, @Body({ schema: readBody }) { upTo }: { upTo: string }): Promise<{ unread: number }> {
    await this.notes.readMine(this.db.alone, actor.id, upTo);
    return { unread: await this.notes.countUnread(this.db.alone, actor.id) };
  }
}

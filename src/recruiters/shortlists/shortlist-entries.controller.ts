import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put } from '@nestjs/common';
import { type Actor, For, Id, Me, View } from '../../platform/http/index.js';
import { TalentCards } from '../search/talent-cards.js';
import { ShortlistEntries } from './shortlist-entries.js';
import {
  asEntry, asEntryWithNotes, entryBody, type EntryBody, entryView, type EntryView, entryWithNotesView, type EntryWithNotesView, moveBody, type MoveBody, movedView, noteBody, type NoteBody, tagsBody, type TagsBody,
} from './shortlists.dto.js';

/** Who stands on the shortlists of an organisation, and what its recruiters write about them. */
@Controller('api')
export class ShortlistEntriesController {
  constructor(
    private readonly entries: ShortlistEntries,
    private readonly cards: TalentCards,
  ) {}

  @Post('shortlists/:id/entries')
  @For('recruiter')
  @View(entryView, 201)
  async addToShortlist(@Me() actor: Actor, @Id() id: string, @Body({ schema: entryBody }) { talentId }: EntryBody): Promise<EntryView> {
    return asEntry(await this.entries.add(actor.id, id, talentId), this.cards);
  }

  @Patch('shortlists/:id/entries')
  @For('recruiter')
  @View(movedView)
  async moveShortlistEntries(@Me() actor: Actor, @Id() id: string, @Body({ schema: moveBody }) { entryIds, stage }: MoveBody): Promise<{ moved: number }> {
    return { moved: await this.entries.move(actor.id, id, entryIds, stage) };
  }

  @Get('shortlist-entries/:id')
  @For('recruiter')
  @View(entryWithNotesView)
  async shortlistEntry(@Me() actor: Actor, @Id() id: string): Promise<EntryWithNotesView> {
    return asEntryWithNotes(await this.entries.read(actor.id, id), actor.id, this.cards);
  }

  @Put('shortlist-entries/:id/tags')
  @For('recruiter')
  @View(entryView)
  async tagShortlistEntry(@Me() actor: Actor, @Id() id: string, @Body({ schema: tagsBody }) { tags }: TagsBody): Promise<EntryView> {
    return asEntry(await this.entries.tag(actor.id, id, tags), this.cards);
  }

  @Post('shortlist-entries/:id/notes')
  @For('recruiter')
  @View(entryView, 201)
  async writeShortlistNote(@Me() actor: Actor, @Id() id: string, @Body({ schema: noteBody }) { text }: NoteBody): Promise<EntryView> {
    return asEntry(await this.entries.write(actor.id, id, text), this.cards);
  }

  @Delete('shortlist-entries/:id/notes/:noteId')
  @For('recruiter')
  @HttpCode(204)
  deleteShortlistNote(@Me() actor: Actor, @Id() id: string, @Id('noteId') noteId: string): Promise<void> {
    return this.entries.unwrite(actor.id, id, noteId);
  }

  @Delete('shortlist-entries/:id')
  @For('recruiter')
  @HttpCode(204)
  removeFromShortlist(@Me() actor: Actor, @Id() id: string): Promise<void> {
    return this.entries.remove(actor.id, id);
  }
}

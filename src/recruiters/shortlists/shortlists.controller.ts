import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { type Actor, For, Id, Me, View } from '../../platform/http/index.js';
import { TalentCards } from '../search/talent-cards.js';
import { ShortlistExport } from './shortlist-export.js';
import {
  asEntry, asLine, shortlistBody, type ShortlistBody, shortlistsQuery, shortlistsView, type ShortlistsView, shortlistView, type ShortlistView, shortlistWithEntriesView, type ShortlistWithEntriesView,
} from './shortlists.dto.js';
import { Shortlists } from './shortlists.js';

/** The shortlists of an organisation, as wholes. */
@Controller('api/shortlists')
export class ShortlistsController {
  constructor(
    private readonly shortlists: Shortlists,
    private readonly exports: ShortlistExport,
    private readonly cards: TalentCards,
  ) {}

  @Get()
  @For('recruiter')
  @View(shortlistsView)
  async listShortlists(@Me() actor: Actor, @Query({ schema: shortlistsQuery }) { talentId }: { talentId?: string }): Promise<ShortlistsView> {
    return { shortlists: (await this.shortlists.list(actor.id, talentId ?? null)).map(asLine) };
  }

  @Post()
  @For('recruiter')
  @View(shortlistView, 201)
  createShortlist(@Me() actor: Actor, @Body({ schema: shortlistBody }) { name }: ShortlistBody): Promise<ShortlistView> {
    return this.shortlists.create(actor.id, name);
  }

  @Get(':id')
  @For('recruiter')
  @View(shortlistWithEntriesView)
  async shortlist(@Me() actor: Actor, @Id() id: string): Promise<ShortlistWithEntriesView> {
    const { entries, ...shortlist } = await this.shortlists.read(actor.id, id);
    return { ...shortlist, entries: entries.map((entry) => asEntry(entry, this.cards)) };
  }

  @Patch(':id')
  @For('recruiter')
  @HttpCode(204)
  renameShortlist(@Me() actor: Actor, @Id() id: string, @Body({ schema: shortlistBody }) { name }: ShortlistBody): Promise<void> {
    return this.shortlists.rename(actor.id, id, name);
  }

  @Delete(':id')
  @For('recruiter')
  @HttpCode(204)
  deleteShortlist(@Me() actor: Actor, @Id() id: string): Promise<void> {
    return this.shortlists.delete(actor.id, id);
  }

  /** Whoever is in the file is told of it, so nothing but somebody's own step may make one. */
  @Post(':id/export')
  @For('recruiter')
  @HttpCode(200)
  @ApiProduces('text/csv')
  async exportShortlist(@Me() actor: Actor, @Id() id: string): Promise<StreamableFile> {
    return new StreamableFile(await this.exports.open(actor.id, id), { type: 'text/csv; charset=utf-8; header=present', disposition: 'attachment; filename="shortlist.csv"' });
  }
}

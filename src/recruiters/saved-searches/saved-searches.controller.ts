import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { type Actor, For, Id, Me, View } from '../../platform/http/index.js';
import {
  asView, savedSearchBody, type SavedSearchBody, savedSearchChange, type SavedSearchChangeBody, savedSearchListView, type SavedSearchListView,
  savedSearchView, type SavedSearchView,
} from './saved-searches.dto.js';
import { SavedSearches } from './saved-searches.js';

/** The searches whoever asks has saved. */
@Controller('api/saved-searches')
export class SavedSearchesController {
  constructor(private readonly searches: SavedSearches) {}

  @Get()
  @For('recruiter')
  @View(savedSearchListView)
  async savedSearches(@Me() actor: Actor): Promise<SavedSearchListView> {
    return { items: (await this.searches.list(actor.id)).map(asView) };
  }

  @Post()
  @For('recruiter')
  @View(savedSearchView, 201)
  async saveSearch(@Me() actor: Actor, @Body({ schema: savedSearchBody }) body: SavedSearchBody): Promise<SavedSearchView> {
    return asView(await this.searches.save(actor.id, body));
  }

  @Patch(':id')
  @For('recruiter')
  @View(savedSearchView)
  async changeSavedSearch(@Me() actor: Actor, @Id() id: string, @Body({ schema: savedSearchChange }) body: SavedSearchChangeBody): Promise<SavedSearchView> {
    return asView(await this.searches.change(actor.id, id, body));
  }

  @Post(':id/look')
  @For('recruiter')
  @HttpCode(200)
  @View(savedSearchView)
  async lookAtSavedSearch(@Me() actor: Actor, @Id() id: string): Promise<SavedSearchView> {
    return asView(await this.searches.look(actor.id, id));
  }

  @Delete(':id')
  @For('recruiter')
  @HttpCode(204)
  deleteSavedSearch(@Me() actor: Actor, @Id() id: string): Promise<void> {
    return this.searches.delete(actor.id, id);
  }
}

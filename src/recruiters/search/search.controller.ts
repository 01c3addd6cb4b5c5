import { Controller, Get, Query } from '@nestjs/common';
import { type Actor, For, Me, View } from '../../platform/http/index.js';
import { suggestionsQuery, type SuggestionsQuery, suggestionsView, type SuggestionsView, talentQuery, type TalentQuery, talentView, type TalentView } from './search.dto.js';
import { TalentSearch } from './talent-search.js';
import { TalentSuggestions } from './talent-suggestions.js';

/** The search of those who let themselves be found. */
@Controller('api/talent')
export class SearchController {
  constructor(
    private readonly search: TalentSearch,
    private readonly suggestions: TalentSuggestions,
  ) {}

  @Get()
  @For('recruiter')
  @View(talentView)
  talent(@Me() actor: Actor, @Query({ schema: talentQuery }) query: TalentQuery): Promise<TalentView> {
    return this.search.search(actor.id, query);
  }

  @Get('suggestions')
  @For('recruiter')
  @View(suggestionsView)
  talentSuggestions(@Me() actor: Actor, @Query({ schema: suggestionsQuery }) { like }: SuggestionsQuery): Promise<SuggestionsView> {
    return this.suggestions.suggest(actor.id, like);
  }
}

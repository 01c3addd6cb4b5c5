import { Controller, Get, Param, Query } from '@nestjs/common';
import { type Actor, For, Me, View } from '../../platform/http/index.js';
import { TalentCards } from '../search/talent-cards.js';
import { ProfileReading } from './profile-reading.js';
import { profileQuery, type ProfileQuery, talentProfileView, type TalentProfileView } from './profiles.dto.js';
import { shownFields } from './shown-fields.js';

/** Profiles of listed people. Reading one is recorded, and the person can read the record. */
@Controller('api/talent')
export class ProfilesController {
  constructor(
    private readonly reading: ProfileReading,
    private readonly cards: TalentCards,
  ) {}

  // A malformed id goes the whole way, so that it takes as long as one that nobody has.
  @Get(':talentId')
  @For('recruiter')
  @View(talentProfileView)
  async talentProfile(@Me() actor: Actor, @Param('talentId') talentId: string, @Query({ schema: profileQuery }) { client: clientId }: ProfileQuery): Promise<TalentProfileView> {
    const { talent, client } = await this.reading.open(actor.id, talentId, clientId ?? null);
    const { name = null, email = null, answers } = talent;
    return { ...this.cards.of(talent), name, email, answers, fields: shownFields(talent), sharedUntil: talent.grantExpiresAt.toISOString(), client };
  }
}

import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { type Actor, For, Me, SignedIn, View } from '../../platform/http/index.js';
import { SkillDictionary } from '../skills/skill-dictionary.js';
import { SkillIndex } from '../skills/skill-index.js';
import { OwnProfile } from './own-profile.js';
import { asView, myProfileView, type MyProfileView, profileBody, type ProfileBody, skillsQuery, type SkillsQuery, skillsView, type SkillsView } from './profiles.dto.js';

/** The profile of whoever asks, and the names of skills to write it with. */
@Controller('api')
export class ProfilesController {
  constructor(
    private readonly own: OwnProfile,
    private readonly dictionary: SkillDictionary,
    private readonly index: SkillIndex,
  ) {}

  @Get('candidate-profile')
  @For('candidate')
  @View(myProfileView)
  async myProfile(@Me() actor: Actor): Promise<MyProfileView> {
    const { profile, facts } = await this.own.find(actor.id);
    return asView(profile, facts, this.dictionary);
  }

  @Put('candidate-profile')
  @For('candidate')
  @View(myProfileView)
  async saveProfile(@Me() actor: Actor, @Body({ schema: profileBody }) wish: ProfileBody): Promise<MyProfileView> {
    const { profile, facts } = await this.own.save(actor.id, wish);
    return asView(profile, facts, this.dictionary);
  }

  @Get('skills')
  @SignedIn()
  @View(skillsView)
  skills(@Query({ schema: skillsQuery }) { like }: SkillsQuery): SkillsView {
    return { skills: this.index.suggest(like).map(({ id, name }) => ({ id, name })) };
  }
}

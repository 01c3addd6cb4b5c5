import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { type Actor, For, Me, RateLimiter, View } from '../../platform/http/index.js';
import { Policy } from '../../platform/policy/index.js';
import { shownFields } from '../profiles/shown-fields.js';
import { TalentCards } from '../search/talent-cards.js';
import { TalentBlocks } from './talent-blocks.js';
import { type TalentBlock } from './talent-blocks.repository.js';
import { VisibilityPreview } from './visibility-preview.js';
import {
  blocksBody, type BlocksBody, blocksView, type BlocksView, hindranceView, type HindranceView, organisationsQuery, type OrganisationsQuery, organisationsView, type OrganisationsView, previewQuery, type PreviewQuery, previewView,
  type PreviewView,
} from './visibility.dto.js';

/** What whoever asks lets recruiters see, and whom they hide from. Whether they are seen at all is a consent, given and taken back where consents are. */
@Controller('api/visibility')
export class VisibilityController {
  constructor(
    private readonly blocks: TalentBlocks,
    private readonly previews: VisibilityPreview,
    private readonly cards: TalentCards,
    private readonly limiter: RateLimiter,
    private readonly policy: Policy,
    private readonly db: Database,
  ) {}

  @Get('blocks')
  @For('candidate')
  @View(blocksView)
  async myBlocks(@Me() actor: Actor): Promise<BlocksView> {
    return asView(await this.blocks.of(actor.id));
  }

  @Put('blocks')
  @For('candidate')
  @View(blocksView)
  async saveBlocks(@Me() actor: Actor, @Body({ schema: blocksBody }) wish: BlocksBody): Promise<BlocksView> {
    return asView(await this.blocks.replace(actor.id, wish));
  }

  @Get('organisations')
  @For('candidate')
  @View(organisationsView)
  async knownOrganisations(@Me() actor: Actor, @Query({ schema: organisationsQuery }) { like }: OrganisationsQuery): Promise<OrganisationsView> {
    await this.limiter.take({ key: `known-organisations:${actor.id}`, limit: this.policy.values.limits.rates.organisationLooksPerMinute, seconds: 60 });
    return { organisations: await this.blocks.suggest(like) };
  }

  @Get('hindrance')
  @For('candidate')
  @View(hindranceView)
  async visibilityHindrance(@Me() actor: Actor): Promise<HindranceView> {
    const hindrance = await this.previews.hindrance(this.db.alone, actor.id);
    return { hindrance: hindrance && { code: hindrance.code, says: hindrance.message } };
  }

  @Get('preview')
  @For('candidate')
  @View(previewView)
  async visibilityPreview(@Me() actor: Actor, @Query({ schema: previewQuery }) { fields }: PreviewQuery): Promise<PreviewView> {
    const talent = await this.previews.of(this.db.alone, actor.id, fields);
    const { name = null, email = null, answers } = talent;
    return { ...this.cards.of(talent), name, email, answers, fields: shownFields(talent), sharedUntil: talent.grantExpiresAt.toISOString() };
  }
}

const ORGANISATION = 'org:';

function asView(blocks: readonly TalentBlock[]): BlocksView {
  return {
    domains: blocks.filter(({ domain, isImplied }) => domain === null && !isImplied).map(({ label }) => label),
    organisations: blocks.flatMap(({ token, label, domain }) => (domain === null ? [] : [{ id: token.slice(ORGANISATION.length), name: label, domain }])),
  };
}

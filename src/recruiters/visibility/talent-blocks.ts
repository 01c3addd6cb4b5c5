import { Injectable } from '@nestjs/common';
import { ConsentGate } from '../../consent/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { ownedDomain, readDomain } from '../organisations/web-domain.js';
import { ListingDesk } from '../talent/listing-desk.js';
import { ListingRepository } from '../talent/listing.repository.js';
import { HiddenOrganisations } from './hidden-organisations.js';
import { notADomain, unknownOrganisation } from './visibility.errors.js';
import { type KnownOrganisation, type TalentBlock, TalentBlockRepository } from './talent-blocks.repository.js';

/** Whom to block: domains as they are typed, organisations by id. */
export interface BlockWish {
  readonly domains: readonly string[];
  readonly organisationIds: readonly string[];
}

// One letter finds half of them, and nobody in particular.
const SHORTEST = 2;

/** By whom candidates do not want to be seen. What they change is true of their listing in the same transaction. */
@Injectable()
export class TalentBlocks {
  constructor(
    private readonly blocks: TalentBlockRepository,
    private readonly listings: ListingRepository,
    private readonly desk: ListingDesk,
    private readonly gate: ConsentGate,
    private readonly hidden: HiddenOrganisations,
    private readonly db: Database,
  ) {}

  of(accountId: string): Promise<TalentBlock[]> {
    return this.blocks.of(this.db.alone, accountId);
  }

  /** Puts these in the place of those before. AppErrors `recruiters.not_a_domain` and `recruiters.unknown_organisation` (422). */
  replace(accountId: string, wish: BlockWish): Promise<TalentBlock[]> {
    return this.db.transaction(async (tx) => {
      // First the consent, then the listing, as everybody else who writes one does: two who went the other way round would wait for each other.
      await this.gate.find(tx, accountId, 'discovery');
      // Whoever lists themself at the same moment waits here, and is listed with these.
      await this.listings.hold(tx, accountId);
      const before = await this.hidden.of(tx, accountId);
      await this.blocks.replace(tx, accountId, withDomains(readDomains(wish.domains), await this.organisationBlocks(tx, accountId, wish.organisationIds)));
      await this.desk.refresh(tx, accountId);
      await this.hidden.end(tx, accountId, before);
      return this.blocks.of(tx, accountId);
    });
  }

  /** Approved organisations somebody may mean. */
  async suggest(like: string): Promise<KnownOrganisation[]> {
    const sought = like.trim();
    return sought.length < SHORTEST ? [] : this.blocks.named(this.db.alone, sought);
  }

  /** One that was blocked stays so when it is approved no longer: it may be again. */
  private async organisationBlocks(tx: Tx, accountId: string, ids: readonly string[]): Promise<TalentBlock[]> {
    const approved = await this.blocks.approved(tx, ids);
    const before = new Map((await this.blocks.of(tx, accountId)).map((block) => [block.token, block]));
    return [...new Set(ids)].map((id) => {
      const token = `org:${id}`;
      const known = approved.get(id) ?? before.get(token);
      if (!known || known.domain === null) throw unknownOrganisation();
      return { token, label: known.label, domain: ownedDomain(known.domain), isImplied: false };
    });
  }
}

/** With the domains of the organisations, so that none comes back under another id, or is hired for by an agency. */
function withDomains(domains: readonly string[], organisations: readonly TalentBlock[]): TalentBlock[] {
  const all = new Set([...domains, ...organisations.flatMap(({ domain }) => domain ?? [])]);
  return [...organisations, ...[...all].map((domain) => ({ token: `domain:${domain}`, label: domain, domain: null, isImplied: !domains.includes(domain) }))];
}

function readDomains(typed: readonly string[]): string[] {
  return typed.map((text, index) => {
    const domain = readDomain(text);
    if (domain === null) throw notADomain(index);
    return domain;
  });
}

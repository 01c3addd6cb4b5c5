import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { Journal } from '../../platform/journal/index.js';
import { clientLinkRevoked } from '../recruiters.facts.js';
import { ClientLinkRepository } from './client-link.repository.js';

/** Takes back once more the links that a restored backup had work again. */
@Injectable()
export class ClientLinksAgain implements OnModuleInit {
  constructor(
    private readonly journal: Journal,
    private readonly links: ClientLinkRepository,
    private readonly db: Database,
  ) {}

  onModuleInit(): void {
    this.journal.replays(clientLinkRevoked, ({ organisationId, linkId }) => this.db.transaction((tx) => this.links.revokeAgain(tx, organisationId, linkId)));
  }
}

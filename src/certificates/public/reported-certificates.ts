import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { PublicSurfaces } from '../../privacy/index.js';

const LINK = /(?:^|\/c\/)([A-Za-z0-9_-]{22})(?:$|[/?#\s])/;

/** Certificates of people who are reported to be too young: named by the link of one, and all of them hidden without ending what is allowed. */
@Injectable()
export class ReportedCertificates implements OnModuleInit {
  constructor(private readonly surfaces: PublicSurfaces) {}

  onModuleInit(): void {
    this.surfaces.find((tx, about) => this.named(tx, about));
    this.surfaces.follow((tx, accountId, until) => this.hide(tx, accountId, until));
  }

  private async named(tx: Tx, about: string): Promise<string[]> {
    const slug = LINK.exec(about)?.[1];
    if (slug === undefined) return [];
    const rows = await tx.query<{ id: string }[]>('select candidate_id as id from certificates.certificate where slug = $1 and candidate_id is not null', [slug]);
    return rows.map(({ id }) => id);
  }

  private async hide(tx: Tx, accountId: string, until: Date | null): Promise<void> {
    await tx.query('update certificates.publication set hidden_until = $2 where candidate_id = $1', [accountId, until]);
  }
}

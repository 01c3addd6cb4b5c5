import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/db/index.js';
import { Seats } from '../organisations/seats.js';
import { TemplateRepository } from '../templates/template.repository.js';
import { FiguresRepository, type Funnel, type TemplateFunnel, type Week } from './figures.repository.js';

const DAY = 86_400_000;
const MOST_TEMPLATES = 100;

export interface Figures {
  readonly from: Date;
  readonly to: Date;
  readonly all: Funnel;
  readonly templates: readonly TemplateFunnel[];
  readonly weeks: readonly Week[];
}

/** How the invited interviews of an organisation go, in numbers. AppErrors of `Seats.searching`; 404 for another organisation's template. */
@Injectable()
export class HiringFigures {
  constructor(
    private readonly figures: FiguresRepository,
    private readonly templates: TemplateRepository,
    private readonly seats: Seats,
    private readonly clock: Clock,
    private readonly db: Database,
  ) {}

  /** Of the invitations that were sent within the last `days`, today included. */
  read(accountId: string, { days, templateId }: { days: number; templateId: string | null }): Promise<Figures> {
    return this.db.transaction(async (tx) => {
      const { organisationId } = await this.seats.searching(tx, accountId);
      if (templateId !== null) await this.templates.getMine(tx, organisationId, templateId);
      const now = await this.clock.now(tx);
      // A moment later, so that what was sent in this very moment counts.
      const span = { from: new Date(now.getTime() - days * DAY), to: new Date(now.getTime() + 1), templateId };
      return {
        ...span,
        all: await this.figures.funnel(tx, organisationId, span),
        templates: await this.figures.byTemplate(tx, organisationId, span, MOST_TEMPLATES),
        weeks: await this.figures.weeks(tx, organisationId, span),
      };
    });
  }
}

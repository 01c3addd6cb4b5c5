import { Injectable } from '@nestjs/common';
import { csvRecord } from '../../kernel/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/db/index.js';
import { Seats } from '../organisations/seats.js';
import { TemplateRepository } from '../templates/template.repository.js';
import { type Impact, impactOf, type Race, races, type Sex, sexes } from './impact.js';
import { SurveyRepository } from './survey.repository.js';

/** What an organisation learns of how the scores of one template treat groups of people. */
export interface FairnessFigures {
  readonly year: number;
  /** Those who handed in from this moment on are not counted yet. */
  readonly countedUntil: Date;
  readonly groups: readonly Impact[];
}

const BYTE_ORDER_MARK = '\uFEFF';
const COLUMNS = ['Groups by', 'Sex', 'Race or ethnicity', 'People scored', 'Above the median', 'Scoring rate', 'Impact ratio'];
const LEFT_OUT = 'left out (fewer than 5, or could be reckoned)';

/** How groups of people fare, in numbers of five or more. AppErrors of `Seats.searching`; 404 for another organisation's template. */
@Injectable()
export class FairnessReport {
  constructor(
    private readonly survey: SurveyRepository,
    private readonly templates: TemplateRepository,
    private readonly seats: Seats,
    private readonly clock: Clock,
    private readonly db: Database,
  ) {}

  /** Of a calendar year (UTC); of this one when none is given. */
  read(accountId: string, templateId: string, year?: number): Promise<FairnessFigures> {
    return this.db.transaction(async (tx) => {
      const { organisationId } = await this.seats.searching(tx, accountId);
      await this.templates.getMine(tx, organisationId, templateId);
      const now = await this.clock.now(tx);
      const asked = year ?? now.getUTCFullYear();
      const monthBegan = Date.UTC(now.getUTCFullYear(), now.getUTCMonth());
      return { year: asked, countedUntil: new Date(Math.min(monthBegan, Date.UTC(asked + 1, 0))), groups: impactOf(await this.survey.groups(tx, templateId, asked)) };
    });
  }

  /** The same as a CSV file, with a line for each group, those that are left out as well. */
  async file(accountId: string, templateId: string, year?: number): Promise<string> {
    const { groups } = await this.read(accountId, templateId, year);
    const line = (label: string, sex: Sex | null, race: Race | null): string[] => {
      const found = groups.find((group) => group.kind !== 'all' && group.sex === sex && group.race === race);
      const figures = found ? [String(found.people), String(found.above), found.rate.toFixed(3), found.ratio?.toFixed(3) ?? 'none above'] : [LEFT_OUT, '', '', ''];
      return [label, sex ?? '', race ?? '', ...figures];
    };
    const lines = [
      ...sexes.map((sex) => line('sex', sex, null)),
      ...races.map((race) => line('race or ethnicity', null, race)),
      ...sexes.flatMap((sex) => races.map((race) => line('both', sex, race))),
    ];
    return BYTE_ORDER_MARK + [COLUMNS, ...lines].map(csvRecord).join('');
  }
}

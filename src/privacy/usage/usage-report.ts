import { Injectable } from '@nestjs/common';
import { csvRecord } from '../../kernel/index.js';
import { Database } from '../../platform/db/index.js';
import { type Duration, middleOf } from './durations.js';
import { features } from './features.js';
import { type UsageSpan, type UsageView } from './usage.dto.js';
import { type CountedUse, FEWEST, UsageRepository } from './usage.repository.js';

interface Used {
  readonly name: string;
  readonly count: number;
  readonly usually: Duration | null;
}

/** What was used in the last days, without what was used so little that it could be somebody's. */
@Injectable()
export class UsageReport {
  constructor(
    private readonly usage: UsageRepository,
    private readonly db: Database,
  ) {}

  async read({ days }: UsageSpan): Promise<UsageView> {
    const [totals, perDay] = [await this.usage.totals(this.db.alone, days), await this.usage.perDay(this.db.alone, days)];
    const routes = summed(totals, 'route');
    const of = (route: string): Used => routes.find(({ name }) => name === route) ?? { name: route, count: 0, usually: null };
    return {
      days, fewest: FEWEST, perDay, routes, pages: summed(totals, 'page'),
      features: Object.entries(features).map(([route, name]) => ({ ...of(route), name })).sort((one, other) => other.count - one.count),
    };
  }

  async csv({ days }: UsageSpan): Promise<string> {
    const lines = await this.usage.byDay(this.db.alone, days);
    return [['day', 'kind', 'name', 'feature', 'count'], ...lines.map(({ day, kind, name, count }) => [day, kind, name, (kind === 'route' && features[name]) || '', String(count)])].map(csvRecord).join('');
  }
}

/** The most used first. */
function summed(totals: readonly CountedUse[], kind: CountedUse['kind']): Used[] {
  const byName = new Map<string, Map<Duration, number>>();
  for (const { name, duration, count } of totals.filter((one) => one.kind === kind)) byName.set(name, (byName.get(name) ?? new Map<Duration, number>()).set(duration, count));
  return [...byName].map(([name, counts]) => ({ name, count: [...counts.values()].reduce((sum, count) => sum + count, 0), usually: middleOf(counts) }))
    .sort((one, other) => other.count - one.count || one.name.localeCompare(other.name));
}

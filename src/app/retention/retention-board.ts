import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { deletedLately, type DeletedOnDay, type HeldTable, personalDataHolders } from '../../platform/personal-data/index.js';
import { Policy, retentionClasses } from '../../platform/policy/index.js';
import { countLeaving } from '../../platform/storage/index.js';
import { type RetentionBoardView } from './retention.dto.js';
import { countRows, endOf, GRACE, MOST_COUNTED, type TableCounts } from './table-counts.js';

const DAYS = 7;
const FILES = 'storage.object';

type ClassLine = RetentionBoardView['classes'][number];
interface Counted {
  readonly held: HeldTable;
  readonly hasEnd: boolean;
  readonly counts: TableCounts;
}

/** What is due, what was deleted, and what is late, for each class of the policy: counts alone. */
@Injectable()
export class RetentionBoard {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly policy: Policy,
  ) {}

  /** All of one moment. */
  read(): Promise<RetentionBoardView> {
    return this.db.transaction(async (tx) => {
      const now = await this.clock.now(tx);
      const tables = await this.countAll(tx, now);
      const deletions = await deletedLately(tx, DAYS);
      const files = tables.find(({ held }) => held.table === FILES)?.counts;
      return {
        at: now.toISOString(), mostCounted: MOST_COUNTED, grace: GRACE, days: DAYS,
        late: tables.reduce((sum, { counts }) => sum + counts.late, 0),
        classes: this.classes(tables, deletions),
        files: { rows: files?.rows ?? 0, late: files?.late ?? 0, leaving: await countLeaving(tx, MOST_COUNTED + 1) },
        deletions: deletions.map((deleted) => ({ ...deleted, class: classOf(tables, deleted) })),
      };
    });
  }

  private async countAll(tx: Tx, now: Date): Promise<Counted[]> {
    const counted: Counted[] = [];
    for (const held of personalDataHolders().flatMap(({ tables }) => tables)) counted.push({ held, hasEnd: endOf(held, this.policy) !== null, counts: await countRows(tx, held, this.policy, now) });
    return counted.sort((one, other) => one.held.table.localeCompare(other.held.table));
  }

  private classes(tables: readonly Counted[], deletions: readonly DeletedOnDay[]): ClassLine[] {
    const linesOf = (retention: HeldTable['retention']): ClassLine['tables'] => tables.filter(({ held }) => held.retention === retention).map((counted) => asLine(counted, deletions));
    const { retention } = this.policy.values;
    return [
      ...retentionClasses.map((id) => ({ id, says: retention[id].says, kept: this.policy.keeps(id), from: retention[id].from, tables: linesOf(id) })),
      { id: null, says: 'What was stored with an end of its own: files, links, consents and what they show', kept: 'each until its own end', from: 'the moment it is stored', tables: linesOf('its own end') },
    ];
  }
}

function asLine({ held: { table }, hasEnd, counts }: Counted, deletions: readonly DeletedOnDay[]): ClassLine['tables'][number] {
  const deleted = deletions.filter((line) => line.table === table).reduce((sum, { count }) => sum + count, 0);
  return { table, ...counts, hasEnd, deleted };
}

/** The class of the policy under which something was kept; null for an end of its own. */
function classOf(tables: readonly Counted[], { table }: DeletedOnDay): string | null {
  const retention = tables.find(({ held }) => held.table === table)?.held.retention;
  return retention === undefined || retention === 'its own end' ? null : retention;
}

import { keepsInvariant } from '../../platform/invariants/index.js';
import { personalDataHolders } from '../../platform/personal-data/index.js';
import { countLate, GRACE } from '../retention/table-counts.js';

keepsInvariant({
  name: 'app.nothing_past_its_end',
  says: `No row is kept for more than ${GRACE} past the end it was born with`,
  async broken({ tx }) {
    const late: string[] = [];
    for (const held of personalDataHolders().flatMap(({ tables }) => tables)) {
      const count = await countLate(tx, held);
      if (count > 0) late.push(`${count} rows of ${held.table}`);
    }
    return late;
  },
});

import { holdsPersonalData } from '../../platform/personal-data/index.js';

/** Counts that were made without anybody in them, so that nothing of them can be handed out, or taken back. */
export const usageHolder = holdsPersonalData({
  module: 'privacy',
  tables: [{ table: 'privacy.usage_count', subjectColumn: null, retention: 'usageCounters', until: 'expires_at' }],
  export: () => Promise.resolve({}),
  erase: () => Promise.resolve(),
  remaining: () => Promise.resolve([]),
});

import { holdsPersonalData } from '../../platform/personal-data/index.js';

/** What was published is about nobody. `told_up_to` is how far a mailing has come, and empty once it is over. */
holdsPersonalData({
  module: 'app',
  tables: [
    { table: 'notices.version', subjectColumn: null, retention: 'register' },
    { table: 'notices.text', subjectColumn: null, retention: 'register' },
  ],
  export: () => Promise.resolve({}),
  erase: () => Promise.resolve(),
  remaining: () => Promise.resolve([]),
});

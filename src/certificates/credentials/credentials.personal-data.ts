import { holdsPersonalData } from '../../platform/personal-data/index.js';

/** Keys and lists of bits: nobody's. */
export const credentialsHolder = holdsPersonalData({
  module: 'certificates',
  tables: [
    { table: 'certificates.signing_key', subjectColumn: null, retention: 'certificateRegister' },
    { table: 'certificates.status_list', subjectColumn: null, retention: 'certificateRegister' },
  ],
  export: () => Promise.resolve({}),
  erase: () => Promise.resolve(),
  remaining: () => Promise.resolve([]),
});

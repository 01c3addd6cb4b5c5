import { inOneBreath } from '../../lib/format.js';

const ways: Readonly<Record<'csv' | 'pdf' | 'link', string>> = { csv: 'a table', pdf: 'a PDF', link: 'what a link showed' };

/** "a table and a PDF" */
export const waysInWords = (how: readonly ('csv' | 'pdf' | 'link')[]): string => inOneBreath(how.map((way) => ways[way]));

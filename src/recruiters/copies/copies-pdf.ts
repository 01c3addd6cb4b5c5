import { Paper } from '../../platform/paper/index.js';
import { type ComparisonRow } from '../comparisons/comparison-row.js';
import { COLUMNS, copiedCells } from './copied-cells.js';

export interface CopiedPeople {
  readonly jobTitle: string;
  readonly organisationName: string;
  readonly madeAt: Date;
  readonly rows: readonly ComparisonRow[];
  readonly competencies: readonly { readonly id: string; readonly title: string }[];
}

/** Chosen results of one template as a tagged PDF: the same as the table, person by person. */
export async function copiesPdf({ jobTitle, organisationName, madeAt, rows, competencies }: CopiedPeople): Promise<PDFKit.PDFDocument> {
  const title = `Interviews: ${jobTitle}`;
  const paper = await Paper.begin(title);
  paper.heading('H1', title);
  paper.paragraph(`${organisationName}, ${madeAt.toISOString().slice(0, 16).replace('T', ' ')} UTC. ${rows.length === 1 ? 'One person' : `${rows.length} people`}.`);
  paper.soft('Each person in this file can see that it was made. If one of them asks for it, you are asked to delete it and to say that you did.');
  const labels = [...COLUMNS, ...competencies.map((competency) => competency.title)];
  for (const row of rows) {
    const cells = copiedCells(row, competencies.map(({ id }) => id));
    paper.heading('H2', row.name ?? row.email ?? 'Somebody');
    paper.list(labels.flatMap((label, index) => (index === 0 || cells[index] === '' ? [] : [`${label}: ${cells[index] ?? ''}`])));
    if (row.standing) paper.bar(Number(row.standing.shown) * (10 / row.standing.outOf));
  }
  return paper.end();
}

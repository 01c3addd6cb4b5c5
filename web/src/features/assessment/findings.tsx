import { IconCheck, IconCircleHalf2, IconCircleDashed } from '@tabler/icons-react';
import { type AssessmentFinding } from '../../api/schema.js';
import { count } from '../../lib/format.js';
import rows from '../../ui/rows.module.css';
import styles from './assessment.module.css';

const states = {
  matched: { icon: IconCheck, says: 'In your resume' },
  related: { icon: IconCircleHalf2, says: 'Something near it' },
  missing: { icon: IconCircleDashed, says: 'Not in your resume' },
} as const satisfies Record<AssessmentFinding['state'], { icon: typeof IconCheck; says: string }>;

/** What one side asks for, each with the lines of both sides; left out when it asks for nothing. */
export function Findings({ id, title, findings }: { id: string; title: string; findings: AssessmentFinding[] }) {
  if (findings.length === 0) return null;
  return (
    <section aria-labelledby={id} className={styles.block}>
      <h2 id={id}>{title}</h2>
      <ul className={rows.rows}>{findings.map((finding) => <FindingRow key={nameOf(finding)} finding={finding} />)}</ul>
    </section>
  );
}

function FindingRow({ finding }: { finding: AssessmentFinding }) {
  const { icon: Icon, says } = states[finding.state];
  const { asked, seen, yearsAsked } = finding;
  return (
    <li className={styles.finding} data-state={finding.state}>
      <div className={styles.asked}>
        <h3>{nameOf(finding)}</h3>
        <p className={styles.state}><Icon size={18} stroke={1.5} aria-hidden />{says}</p>
      </div>
      <dl className={styles.lines}>
        {asked && <div><dt>Description, line {asked.number}{yearsAsked !== null && `, ${count(yearsAsked, 'year')}`}</dt><dd><q>{asked.text}</q></dd></div>}
        {seen && <div><dt>Your resume{isItself(finding) ? '' : `, ${seen.name}`}</dt><dd>{seen.line === null ? 'The line was not kept: your resume was read before we kept lines.' : <q>{seen.line}</q>}</dd></div>}
      </dl>
    </li>
  );
}

function nameOf({ oneOf }: AssessmentFinding): string {
  const names = oneOf.map(({ name }) => name);
  return names.length === 1 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
}

const isItself = ({ oneOf, seen }: AssessmentFinding): boolean => oneOf.length === 1 && oneOf[0]?.id === seen?.id;

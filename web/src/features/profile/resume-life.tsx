import { type ResumeFacts } from '../../api/schema.js';
import { capital } from '../../lib/format.js';
import styles from './resume.module.css';

const LEVELS: Readonly<Record<ResumeFacts['education'][number]['level'], string>> = {
  doctorate: 'Doctorate', master: 'Master or equal', bachelor: 'Bachelor or equal', vocational: 'Vocational', school: 'School',
};
const languageNames = new Intl.DisplayNames('en', { type: 'language' });
const month = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** The work, the education and the languages that were found; each part stands only where there is something in it. */
export function ResumeLife({ resume: { positions, years, education, languages } }: { resume: ResumeFacts }) {
  return (
    <div className={styles.life}>
      {(positions.length > 0 || years !== null) && (
        <section aria-label="Work found in your resume">
          <h3>{years === null ? 'Work' : `Work, ${years.toLocaleString('en-GB')} ${years === 1 ? 'year' : 'years'} in all`}</h3>
          <ul>{positions.map(({ title, employer, from, until }) => (
            <li key={`${from} ${title} ${employer}`}>{[title, employer].filter(Boolean).join(', ')} <span className={styles.time}>{spoken(from)} to {until === null ? 'today' : spoken(until)}</span></li>
          ))}</ul>
        </section>
      )}
      {education.length > 0 && (
        <section aria-label="Education found in your resume">
          <h3>Education</h3>
          <ul>{education.map(({ level, what, year }) => <li key={`${level} ${what}`}>{what} <span className={styles.time}>{LEVELS[level]}{year === null ? '' : `, ${year}`}</span></li>)}</ul>
        </section>
      )}
      {languages.length > 0 && (
        <section aria-label="Languages found in your resume">
          <h3>Languages</h3>
          <ul>{languages.map(({ code, level }) => <li key={code}>{languageNames.of(code) ?? code}{level === null ? '' : <> <span className={styles.time}>{capital(level)}</span></>}</li>)}</ul>
        </section>
      )}
    </div>
  );
}

/** "Mar 2021" for 2021-03, the year alone where the resume says no more. */
const spoken = (point: string): string => (point.length > 4 ? month.format(new Date(`${point}-01T00:00:00Z`)) : point);

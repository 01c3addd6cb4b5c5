import { type ResumeFacts } from '../../api/schema.js';
import { count, inOneBreath, showDay } from '../../lib/format.js';
import { Notice } from '../../ui/notice.js';
import { DeleteResume } from './delete-resume.js';
import { KeptFile } from './kept-file.js';
import { ResumeLife } from './resume-life.js';
import styles from './resume.module.css';

const KINDS: Readonly<Record<ResumeFacts['leftOut'][number], string>> = {
  name: 'your name', 'e-mail': 'your e-mail address', phone: 'your phone number', address: 'your address', link: 'your links', 'birth date': 'your birth date', 'personal detail': 'other personal details',
};

/** What was kept of a resume, and the way to be rid of it. */
export function ResumeFactsView({ resume, justRead }: { resume: ResumeFacts; justRead: boolean }) {
  const { skills, pages, readAt, leftOut, keptFile } = resume;
  return (
    <div className={styles.facts}>
      {justRead && <Notice kind="done">{keptFile ? 'We read it, and keep what stands here and the file.' : 'We read it, kept what stands here and discarded the file.'}</Notice>}
      <p className={styles.hint}>
        {count(skills.length, 'skill')} found on {count(pages, 'page')}, read on {showDay(readAt)}. Kept until you delete them.
        {leftOut.length > 0 && ` Found and left out: ${inOneBreath(leftOut.map((kind) => KINDS[kind]))}.`}
      </p>
      {skills.length === 0
        ? <p>We found no skill we know by name. Your questions come from the role and the level alone.</p>
        : <ul className={styles.skills} aria-label="Skills found in your resume">{skills.map((skill) => <li key={skill.id}>{skill.name}</li>)}</ul>}
      <SkillLines skills={skills} />
      <ResumeLife resume={resume} />
      {keptFile && <KeptFile until={keptFile.until} />}
      <DeleteResume />
    </div>
  );
}

/** The lines that skills were seen in, for whoever wants to know why one is listed. */
function SkillLines({ skills }: { skills: ResumeFacts['skills'] }) {
  const lines = new Map<string, string[]>();
  for (const { name, line } of skills) {
    if (line !== null) lines.set(line, [...(lines.get(line) ?? []), name]);
  }
  if (lines.size === 0) return null;
  return (
    <details className={styles.lines}>
      <summary>Where we saw them</summary>
      <dl>{[...lines].map(([line, names]) => <div key={line}><dt>{names.join(', ')}</dt><dd>{line}</dd></div>)}</dl>
    </details>
  );
}

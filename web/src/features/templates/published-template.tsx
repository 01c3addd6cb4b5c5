import { type Template, type TemplateMaterial } from '../../api/template-queries.js';
import { count, inOneBreath, showDay } from '../../lib/format.js';
import { Notice } from '../../ui/notice.js';
import { GoodAnswer } from './good-answer.js';
import { type TemplateLinks } from './template-links.js';
import { TemplateTools } from './template-tools.js';
import styles from './templates.module.css';
import { answerKindWords, askedAs, keyOf, showSeconds, titleIn, totalTime } from './words.js';

type Published = NonNullable<Template['published']>;

interface Props {
  template: Template;
  published: Published;
  material: TemplateMaterial;
  links: TemplateLinks;
  onCopied: (id: string) => void;
}

/** What people are invited with now. */
export function PublishedTemplate({ template, published, material, links, onCopied }: Props) {
  const { content, version, publishedAt } = published;
  return (
    <div className={styles.published}>
      {template.archivedAt !== null && <Notice kind="info" title="In the archive">Nobody is invited with it any more. Whoever was invited goes on, and their results stay readable.</Notice>}
      <div className={styles.actions}>{template.archivedAt === null && links.invite}{links.results}{template.archivedAt === null && links.preview}</div>
      <dl className={styles.facts}>{factsOf(published, material).map(([title, says]) => <div key={title}><dt>{title}</dt><dd>{says}</dd></div>)}</dl>
      <section className={styles.part} aria-labelledby="the-questions">
        <h2 id="the-questions">Questions</h2>
        <p className={styles.soft}>{count(content.questions.length, 'question')}, {totalTime(content, material)} in all.</p>
        <ol className={styles.reading}>
          {content.questions.map((question) => {
            const asked = askedAs(question, material);
            return (
              <li key={keyOf(question)}>
                <p className={styles.text}>{asked?.text ?? 'This question has left the bank.'}</p>
                {asked && <p className={styles.aside}>{[...asked.competencies.map((id) => titleIn(material.competencies, id)), `${showSeconds(asked.thinkSeconds)} to think`, `${showSeconds(asked.answerSeconds)} to answer`].join(' · ')}</p>}
                {asked && <GoodAnswer points={asked.points} anchors={asked.anchors} />}
              </li>
            );
          })}
        </ol>
      </section>
      <section className={styles.part} aria-labelledby="versions">
        <h2 id="versions">Versions</h2>
        <p className={styles.soft}>Version {version} since {showDay(publishedAt)}. {links.notice(published.id)}</p>
        {template.versions.length > 1 && (
          <ul className={styles.versions}>{template.versions.slice(1).map((older) => <li key={older.id}>Version {older.version}, published on {showDay(older.publishedAt)}. {links.notice(older.id)}</li>)}</ul>
        )}
      </section>
      <TemplateTools template={template} onCopied={onCopied} />
    </div>
  );
}

function factsOf({ content, clientName }: Published, { competencies, levels }: TemplateMaterial): (readonly [string, string])[] {
  const { aiScoring, newYork } = content;
  return [
    ...(clientName === null ? [] : [['Client', clientName] as const]),
    ['Level', titleIn(levels, content.levelId)],
    ['Looks for', inOneBreath(content.competencies.map((id) => titleIn(competencies, id)))],
    ['Answers', inOneBreath(content.answerKinds.map((kind) => answerKindWords[kind]))],
    ['Time to answer', count(content.deadlineDays, 'day')],
    ['Scored by', aiScoring ? `a program, then people${newYork ? '; with the notice of New York' : ''}` : 'people only'],
    ['Candidate’s report', content.copyDelayDays === 0 ? 'at once' : `${count(content.copyDelayDays, 'day')} after they hand it in`],
  ];
}

import { type AiNotice as Notice } from '../../api/template-queries.js';
import { inOneBreath, showDay } from '../../lib/format.js';
import styles from './templates.module.css';
import { answerKindWords } from './words.js';

/** What whoever is invited reads about the program that scores them, and about what is kept. */
export function AiNotice({ notice }: { notice: Notice }) {
  const scores = notice.aiScoring && notice.newYork?.isAuditGood !== false;
  return (
    <div className={styles.notice}>
      <Scored notice={notice} scores={scores} />
      {scores && <LookedAt notice={notice} />}
      {scores && <People />}
      {notice.newYork && <NewYork newYork={notice.newYork} />}
      <section className={styles.part} aria-labelledby="kept">
        <h2 id="kept">What is kept, and for how long</h2>
        <ul>{notice.kept.map(({ says, keep, from }) => <li key={says}>{says}: {keep} from {from}.</li>)}</ul>
        <p>
          Nothing is shared with {notice.organisation.name} before you allow it, and you can take that back at any time.
          {notice.copyDelayDays > 0 ? ` Your own report reaches you ${notice.copyDelayDays === 1 ? 'a day' : `${notice.copyDelayDays} days`} after you hand the interview in.` : ' Your own report reaches you as soon as it is there.'}
        </p>
      </section>
      <section className={styles.part} aria-labelledby="contact">
        <h2 id="contact">Whom you can ask</h2>
        <p>{notice.contact.name}, <a href={`mailto:${notice.contact.address}`}>{notice.contact.address}</a>. You can also ask {notice.organisation.name} for an explanation: every score is stored with the sentences it rests on, and what you are told is what is stored.</p>
      </section>
    </div>
  );
}

/** `scores`: whether a program may, as things stand. */
function Scored({ notice: { organisation, clientName, jobTitle, judges, rubric }, scores }: { notice: Notice; scores: boolean }) {
  const whom = clientName === null ? organisation.name : `${organisation.name}, for its client ${clientName},`;
  return (
    <section className={styles.part} aria-labelledby="scored">
      <h2 id="scored">{scores ? 'A program scores, people decide' : 'People rate, no program scores'}</h2>
      <p>
        {scores
          ? `When ${whom} asks you to an interview for ${jobTitle}, a program scores your answers. Its score is read by people, who rate the answers themselves. No program rejects anybody: whoever decides is a person, and gives a reason.`
          : `When ${whom} asks you to an interview for ${jobTitle}, no program scores your answers. People read or hear them, rate them and decide, and give a reason.`}
      </p>
      {scores && judges.length > 0 && (
        <>
          <p>It works by the rubric {rubric.id}. {judges.length === 1 ? 'It is:' : 'It is one of these, and your report names it:'}</p>
          <ul>
            {judges.map(({ name, version, provider }) => (
              <li key={name}>
                {provider === null ? 'The built-in evaluator' : name}, version {version}. {provider === null
                  ? 'It runs on this server: your answers leave it for nobody.'
                  : <>It runs at {provider.name} ({provider.region}), and is asked only if you allow that. It is given: {provider.data}. <a href={provider.policyUrl} rel="noreferrer">Its own policy</a></>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function LookedAt({ notice: { rubric, competencies, answerKinds } }: { notice: Notice }) {
  return (
    <section className={styles.part} aria-labelledby="looked-at">
      <h2 id="looked-at">What it looks at</h2>
      <p>The words of your answers ({inOneBreath(answerKinds.map((kind) => answerKindWords[kind]))}; of what is spoken, the text that you checked), and nothing else. It is about {inOneBreath(competencies.map((title) => title.toLowerCase()))}. Each answer gets five marks from 0 to 100:</p>
      <ul>{rubric.criteria.map(({ title, asks, weight }) => <li key={title}><strong>{title}</strong>, {weight} %: {asks}</li>)}</ul>
      <p>It does not look at your face, your voice, your accent, your name, your address or where you live, and it infers no feelings and nothing else about you. <a href="/about/scoring">How the built-in evaluator works, and what it is bad at</a></p>
    </section>
  );
}

const People = () => (
  <section className={styles.part} aria-labelledby="people">
    <h2 id="people">People instead</h2>
    <p>Before you begin you can choose that people rate your answers and no program scores them. You answer the same questions, in the same time, and it counts the same. You can also decline the interview, and need not say why.</p>
  </section>
);

function NewYork({ newYork: { businessDays, auditDate, auditUrl, dataUrl, isAuditGood } }: { newYork: NonNullable<Notice['newYork']> }) {
  return (
    <section className={styles.part} aria-labelledby="new-york">
      <h2 id="new-york">If the job is in the City of New York</h2>
      {!isAuditGood && <p><strong>The audit of the program is not of the last year, so no program scores anybody for this job now.</strong></p>}
      <p>Local Law 144 applies. No program scores you before {businessDays} business days have passed since you were invited; if you begin earlier, people rate your answers. You can ask for people instead, or for another accommodation.</p>
      <p>
        The program was audited for bias by somebody independent on {showDay(`${auditDate}T12:00`)}: <a href={auditUrl} rel="noreferrer">summary of the audit</a>.
        {dataUrl !== null && <> <a href={dataUrl} rel="noreferrer">What data is collected and how long it is kept</a>.</>}
      </p>
    </section>
  );
}

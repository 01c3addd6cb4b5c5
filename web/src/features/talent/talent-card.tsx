import { Link } from '@tanstack/react-router';
import { type TalentCard as Card, type TalentPlace } from '../../api/talent-queries.js';
import { inOneBreath } from '../../lib/format.js';
import { ScoreOf } from '../../ui/score-of.js';
import { Certified } from './certified.js';
import { availabilityWords, evaluatorName, languageName, whereabouts } from './words.js';
import styles from './card.module.css';

interface Props {
  card: Card;
  /** Skills that were asked for. */
  asked: readonly string[];
  /** Where profiles are opened from, and for which client. */
  from: TalentPlace;
  /** Listed since a saved search was looked at before. */
  isNew: boolean;
}

const MOST_BARS = 4;

/** Somebody who may be found, without a name; the whole card leads to the profile. */
export function TalentCard({ card, asked, from, isNew }: Props) {
  const { talentId, alias, headline, role, level, scores } = card;
  return (
    <li className={styles.card}>
      <div className={styles.who}>
        <h3 className={styles.alias}>
          <Link to="/talent/$talentId" params={{ talentId }} search={from.client === undefined ? {} : { client: from.client }} state={{ toldAt: from }} preload={false} className={styles.open}>
            {alias}
          </Link>
        </h3>
        {isNew && <p className={styles.new}>Newly listed</p>}
        {headline !== null && <p className={styles.headline}>{headline}</p>}
        <Facts parts={[[role?.title, level?.title].filter(Boolean).join(', '), whereabouts(card), availabilityOf(card), languagesOf(card)]} />
        <Skills skills={card.skills} asked={asked} />
      </div>
      <div className={styles.scores}>
        {scores === null ? <p className={styles.soft}>No scores shared</p> : (
          <>
            <div className={styles.overall}><ScoreOf shown={scores.overall} /><p className={styles.soft}>{evaluatorName(scores.evaluator)}</p></div>
            <ul className={styles.bars}>
              {scores.competencies.slice(0, MOST_BARS).map(({ id, title, score }) => (
                <li key={id}>
                  <span>{title}</span>
                  <span className={styles.track} aria-hidden><span className={styles.bar} style={{ width: `${score * 10}%` }} /></span>
                  <span className={styles.number}>{score.toFixed(1)}</span>
                </li>
              ))}
            </ul>
          </>
        )}
        {card.certificate !== null && <Certified certificate={card.certificate} />}
      </div>
    </li>
  );
}

function Facts({ parts }: { parts: string[] }) {
  const said = parts.filter((part) => part !== '');
  return said.length === 0 ? null : <p className={styles.facts}>{said.map((part) => <span key={part}>{part}</span>)}</p>;
}

function Skills({ skills, asked }: { skills: readonly string[]; asked: readonly string[] }) {
  const wanted = new Set(asked.map((skill) => skill.toLowerCase()));
  if (skills.length === 0) return null;
  return (
    <ul className={styles.skills} aria-label="Skills">
      {skills.map((skill) => <li key={skill} data-asked={wanted.has(skill.toLowerCase())}>{skill}</li>)}
    </ul>
  );
}

const availabilityOf = ({ availability }: Card): string => (availability === null ? '' : `Available: ${availabilityWords[availability].toLowerCase()}`);
const languagesOf = ({ languages }: Card): string => (languages === null || languages.length === 0 ? '' : `Speaks ${inOneBreath(languages.map(languageName))}`);

import { type TalentProfile } from '../../api/talent-queries.js';
import { inOneBreath, showDay } from '../../lib/format.js';
import { availabilityWords, languageName, whereabouts } from './words.js';
import card from './card.module.css';
import styles from './profile.module.css';

/** What somebody says of themself. A line that is not shared says so, so that it is not taken for "none". */
export function ProfileFacts({ profile }: { profile: TalentProfile }) {
  const { role, level, skills, languages, availability, listedAt } = profile;
  const facts = [
    ['Role', [role?.title, level?.title].filter(Boolean).join(', ')],
    ['Place', whereabouts(profile)],
    ['Languages', languages === null ? '' : inOneBreath(languages.map(languageName))],
    ['Available', availability === null ? '' : availabilityWords[availability]],
    ['Listed since', showDay(listedAt)],
  ] as const;
  return (
    <section aria-labelledby="facts" className={styles.part}>
      <h2 id="facts">In their own words</h2>
      <dl className={styles.facts}>
        {facts.map(([name, says]) => (
          <div key={name}><dt>{name}</dt><dd>{says === '' ? <span className={styles.soft}>Not shared</span> : says}</dd></div>
        ))}
        <div><dt>Skills</dt><dd><ul className={card.skills}>{skills.map((skill) => <li key={skill}>{skill}</li>)}</ul></dd></div>
      </dl>
    </section>
  );
}

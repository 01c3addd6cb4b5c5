import { type Availability, type TalentAsk, type TalentFacet } from '../../api/talent-queries.js';
import { Chosen } from './chosen.js';
import { Facet } from './facet.js';
import { ScoreFloors } from './score-floors.js';
import { toggled, without } from './talent-ask.js';
import { WordField } from './word-field.js';
import { availabilityWords, wordFor } from './words.js';
import styles from './search.module.css';

interface Props {
  ask: TalentAsk;
  facets: TalentFacet[];
  competencies: ReadonlyMap<string, string>;
  onAsk: (ask: TalentAsk) => void;
}

/** Everything a search can be narrowed by. Each change is a search, and stands in the address. */
export function Filters({ ask, facets, competencies, onAsk }: Props) {
  const skills = (name: 'allSkills' | 'anySkills') => (ask[name] ?? []).map((skill) => ({ key: skill, says: skill, remove: () => onAsk(without(ask, name, skill)) }));
  const add = (name: 'allSkills' | 'anySkills', skill: string): void => { if (!ask[name]?.includes(skill)) onAsk(toggled(ask, name, skill, true)); };
  const plainly = (name: keyof TalentAsk, value: string, label: string): string => (name === 'remote' || name === 'language' || name === 'certificate' ? wordFor(name, value, competencies) : label);
  return (
    <div className={styles.filters}>
      <div className={styles.words}>
        <WordField label="All of these skills" kind="skill" onChoose={(skill) => add('allSkills', skill)} />
        <Chosen label="Skills that all must have" words={skills('allSkills')} />
      </div>
      <div className={styles.words}>
        <WordField label="Any of these skills" kind="skill" onChoose={(skill) => add('anySkills', skill)} />
        <Chosen label="Skills of which one is enough" words={skills('anySkills')} />
      </div>
      <ScoreFloors ask={ask} competencies={competencies} onAsk={onAsk} />
      {facets.map((facet) => (
        <Facet
          key={facet.id} facet={facet} ask={ask} onAsk={onAsk}
          labelFor={(name, value, label) => (name === 'availability' ? availabilityWords[value as Availability] : plainly(name, value, label))}
        />
      ))}
    </div>
  );
}

import { folded } from '../resumes/facts/folded.js';
import { editsBetween } from './edits-between.js';
import { type Skill, type SkillDictionary, type Spelling } from './skill-dictionary.js';
import { wordsOf } from './words.js';

interface Entry {
  readonly skill: Skill;
  readonly spelled: string;
  /** How far behind a spelling stands: the name itself before its aliases. */
  readonly behind: number;
}

const MOST = 8;
// A slip of the finger: one in a word of four letters, two from eight on.
const slipsIn = (text: string): number => (text.length < 4 ? 0 : Math.min(2, Math.ceil(text.length / 7)));

/** Finds the skills of the dictionary by what people type: in any case, by an alias, unfinished, or with a slip of the finger. */
export class SkillIndex {
  private readonly entries: readonly Entry[];
  private readonly bySpelling: ReadonlyMap<string, Skill>;

  constructor(dictionary: SkillDictionary) {
    const known = dictionary.spellings.filter(({ care }) => care !== 'never');
    this.entries = known.map((spelling) => ({ skill: spelling.skill, spelled: joined(spelling), behind: joined(spelling) === spelledOf(spelling.skill.name) ? 0 : 1 }));
    this.bySpelling = new Map(this.entries.map(({ spelled, skill }) => [spelled, skill]));
  }

  /** At most eight skills that a text may be the beginning of, the likeliest first; none for an empty one. */
  suggest(text: string): readonly Skill[] {
    const sought = spelledOf(text);
    if (sought === '') return [];
    const ranked = this.entries.flatMap((entry) => {
      const distance = distanceOf(sought, entry.spelled);
      return distance === null ? [] : [{ ...entry, rank: distance * 2 + entry.behind }];
    });
    ranked.sort((a, b) => a.rank - b.rank || a.spelled.length - b.spelled.length || a.skill.name.localeCompare(b.skill.name));
    return [...new Set(ranked.map(({ skill }) => skill))].slice(0, MOST);
  }

  /** The dictionary's id of a skill by its name or an alias, in any case; null when it knows none. */
  idOf(text: string): string | null {
    return this.bySpelling.get(spelledOf(text))?.id ?? null;
  }

  /** A skill under the dictionary's name and id, where it knows it; as it was written otherwise. */
  named(text: string): { readonly id: string | null; readonly name: string } {
    const skill = this.bySpelling.get(spelledOf(text));
    return skill ? { id: skill.id, name: skill.name } : { id: null, name: text };
  }
}

const joined = ({ words }: Spelling): string => folded(words.join(' '));
const spelledOf = (text: string): string => folded(wordsOf(text.slice(0, 80)).map((word) => word.text).join(' '));

/** 0 the same, 1 its beginning, 2 the beginning of one of its words, 3 and 4 with one slip or two; null: something else. */
function distanceOf(sought: string, spelled: string): number | null {
  if (spelled === sought) return 0;
  if (spelled.startsWith(sought)) return 1;
  if (sought.length > 1 && spelled.includes(` ${sought}`)) return 2;
  const slips = slipsIn(sought);
  if (slips === 0 || spelled[0] !== sought[0]) return null;
  // What was typed may be a beginning, a letter shorter or longer than it should be.
  const beginnings = [-1, 0, 1].map((more) => spelled.slice(0, sought.length + more));
  const edits = Math.min(...[spelled, ...beginnings].map((part) => editsBetween(sought, part, slips)));
  return edits <= slips ? 2 + edits : null;
}

import { Injectable } from '@nestjs/common';
import { SkillIndex } from '../../candidates/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { Seats } from '../organisations/seats.js';
import { VISIBLE } from '../talent/listed-talent.js';
import { type SuggestionsView } from './search.dto.js';
import { SearchRate } from './search-rate.js';

const MOST = 8;
/** How many words that look alike are held against the listings. */
const LOOKED_AT = 40;
/** Two letters in the wrong order leave about a quarter of a short word's trigrams. */
const LEAST_ALIKE = '0.2';

/** What to search for, while somebody types: skills, roles and places that somebody bears whom they may see. */
@Injectable()
export class TalentSuggestions {
  constructor(
    private readonly rate: SearchRate,
    private readonly seats: Seats,
    private readonly skills: SkillIndex,
    private readonly db: Database,
  ) {}

  /** At most eight, the likeliest first; an alias or a slip of the finger finds the word that is meant. */
  async suggest(accountId: string, like: string): Promise<SuggestionsView> {
    const [{ blockTokens }] = await Promise.all([this.seats.searching(this.db.alone, accountId), this.rate.takeSuggestions(accountId)]);
    const text = like.trim().replaceAll('\0', '');
    if (text === '') return { suggestions: [] };
    const skills = this.skills.suggest(text).map(({ name }) => name);
    const rows = await this.db.reading('viva_talent', (tx, now) => alike(tx, { now, blockTokens, text, skills }));
    return { suggestions: rows.map(({ kind, word }) => ({ kind, value: word, label: word })) };
  }
}

interface Typed {
  readonly now: Date;
  readonly blockTokens: readonly string[];
  readonly text: string;
  /** Names of skills that the dictionary takes the text for. */
  readonly skills: readonly string[];
}

async function alike(tx: Tx, { now, blockTokens, text, skills }: Typed): Promise<{ kind: 'skill' | 'role' | 'place'; word: string }[]> {
  await tx.query(`select set_config('pg_trgm.similarity_threshold', $1, true)`, [LEAST_ALIKE]);
  return tx.query(
    `with alike as materialized (
       select kind, word, number, (starts_with(lower(word), lower($3)) or kind = 'skill' and word = any ($4))::int + similarity(word, $3) as likeness
       from recruiters.talent_word where word % $3 or word ilike $5 or kind = 'skill' and word = any ($4) order by likeness desc, word limit ${LOOKED_AT})
     select kind, word from alike w
     where kind = 'skill' and exists (select from recruiters.talent_listing l where l.skill_ids @> array[w.number] and ${VISIBLE})
        or kind = 'role' and exists (select from recruiters.talent_listing l where lower(l.role_title) = lower(w.word) and ${VISIBLE})
        or kind = 'place' and exists (select from recruiters.talent_listing l where l.plain_place = recruiters.plain(w.word) and ${VISIBLE})
     order by likeness desc, word limit ${MOST}`,
    [now, blockTokens, text, skills, `${text.replace(/[\\%_]/g, '\\$&')}%`],
  );
}

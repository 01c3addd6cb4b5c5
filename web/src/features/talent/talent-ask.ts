import { type TalentAsk } from '../../api/talent-queries.js';

export const availabilities = ['now', 'month', 'quarter', 'looking_later'] as const;
export const remotes = ['onsite', 'hybrid', 'remote', 'any'] as const;
export const levels = ['junior', 'mid', 'senior', 'lead'] as const;
export const certificates = ['valid'] as const;
export const sorts = ['score', 'newest', 'relevance'] as const;

const oneOf = <T extends string>(known: readonly T[], value: unknown): T | null => known.find((one) => one === value) ?? null;
const word = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 100) : null);
const words = (value: unknown): string[] | null => {
  const found = (Array.isArray(value) ? value : [value]).map(word).filter((one) => one !== null).slice(0, 10);
  return found.length > 0 ? found : null;
};
const floor = (value: unknown): number | null => (typeof value === 'number' && value > 0 && value <= 10 ? value : null);

/** What an address asks for; whatever is not understood is left out, so that an old or a mistyped link still searches. */
export function onlyTalentAsk(search: Record<string, unknown>): TalentAsk {
  const floors = Object.entries(search).filter(([name]) => /^min\.[a-z-]+$/.test(name)).map(([name, value]) => [name, floor(value)]);
  const asked = {
    text: word(search.text), role: word(search.role), allSkills: words(search.allSkills), anySkills: words(search.anySkills),
    level: oneOf(levels, search.level), place: word(search.place), remote: oneOf(remotes, search.remote), language: word(search.language),
    availability: oneOf(availabilities, search.availability), certificate: oneOf(certificates, search.certificate), minScore: floor(search.minScore), sort: oneOf(sorts, search.sort),
    ...Object.fromEntries(floors) as Record<`min.${string}`, number | null>,
  };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== null)) as TalentAsk;
}

/** The same question without its order: what narrows it. */
export const narrowings = (ask: TalentAsk): [keyof TalentAsk, string | number][] =>
  Object.entries(ask).flatMap(([name, value]) => (name === 'sort' ? [] : [value].flat().map((one) => [name, one as string | number] as [keyof TalentAsk, string | number])));

/** The question without one of its words. */
export function without(ask: TalentAsk, name: keyof TalentAsk, value: string | number): TalentAsk {
  const kept = [ask[name]].flat().filter((one) => one !== value);
  return Array.isArray(ask[name]) && kept.length > 0 ? { ...ask, [name]: kept } : apartFrom(ask, name);
}

/** The question with one more word, or without it when it has it already. */
export function toggled(ask: TalentAsk, name: keyof TalentAsk, value: string, isList: boolean): TalentAsk {
  const had = [ask[name]].flat();
  if (had.includes(value)) return without(ask, name, value);
  return { ...ask, [name]: isList ? [...had.filter((one) => one !== undefined), value] : value };
}

/** The question with something else in the place of what it had there; empty takes it away. */
export function changed<Name extends keyof TalentAsk>(ask: TalentAsk, name: Name, value: TalentAsk[Name] | '' | null): TalentAsk {
  return value === null || value === '' || value === undefined ? apartFrom(ask, name) : { ...ask, [name]: value };
}

const apartFrom = (ask: TalentAsk, name: keyof TalentAsk): TalentAsk => Object.fromEntries(Object.entries(ask).filter(([key]) => key !== name));

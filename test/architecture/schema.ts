import { type HeldTable } from '../../src/platform/personal-data/index.js';

/** A column as PostgreSQL or as an entity describes it. */
export interface ColumnFact {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
}

/** Columns that name a person, wherever they stand: a table with one of them belongs to a subject. */
const SUBJECT = /^(user_?id|account_id|candidate_id|subject|subject_id|recruiter_id|interviewer_id)$/i;

/** Tables nobody holds, or two do, or that the database does not have; subject columns that their holder does not name. */
export function holderFaults(tables: readonly string[], columns: readonly ColumnFact[], held: readonly (HeldTable & { module: string })[]): string[] {
  const known = new Set(tables);
  return [
    ...tables.flatMap((table) => {
      const holders = held.filter((entry) => entry.table === table);
      if (holders.length === 0) return [`${table} has no holder`];
      if (holders.length > 1) return [`${table} has several holders: ${holders.map(({ module }) => module).join(', ')}`];
      const subjects = columns.filter((fact) => fact.table === table && SUBJECT.test(fact.column)).map(({ column }) => column);
      const named = holders[0]?.subjectColumn ?? null;
      return subjects.length > 0 && named === null ? [`${table} has the subject column ${subjects.join(', ')}, but its holder names ${named ?? 'none'}`] : [];
    }),
    ...held.filter(({ table }) => !known.has(table)).map(({ table, module }) => `${module} holds ${table}, which does not exist`),
  ];
}

/** Tables that name no retention class of the policy, and those whose class does not say from when its period runs. */
export function classFaults(held: readonly { readonly table: string; readonly retention?: string }[], classes: Readonly<Record<string, { readonly from?: string }>>): string[] {
  return held.flatMap(({ table, retention }) => {
    if (retention === 'its own end') return [];
    const known = retention === undefined ? undefined : classes[retention];
    if (!known) return [`${table} has no retention class`];
    return known.from ? [] : [`${table} is kept as ${retention}, which does not say from when`];
  });
}

/** A foreign key between two schemas. */
export interface SchemaKey {
  readonly from: string;
  readonly to: string;
}

/** Foreign keys that do not point downwards in `order` (lowest first), and those of schemas that have no place in it. */
export function foreignKeyFaults(keys: readonly SchemaKey[], order: readonly string[]): string[] {
  return keys.flatMap(({ from, to }) => {
    const strangers = [from, to].filter((schema) => !order.includes(schema));
    if (strangers.length > 0) return [`${from} points to ${to}, but ${strangers.join(' and ')} has no place in the order`];
    return order.indexOf(from) <= order.indexOf(to) ? [`${from} points to ${to}, which does not stand below it`] : [];
  });
}

/** Where an entity and its table disagree. */
export function entityFaults(entity: readonly ColumnFact[], table: readonly ColumnFact[]): string[] {
  const say = ({ table: name, column, type, nullable }: ColumnFact): string => `${name}.${column} ${type}${nullable ? '' : ' not null'}`;
  const [ours, theirs] = [entity.map(say), table.map(say)];
  return [
    ...ours.filter((line) => !theirs.includes(line)).map((line) => `the entity says ${line}, the table does not`),
    ...theirs.filter((line) => !ours.includes(line)).map((line) => `the table says ${line}, the entity does not`),
  ];
}

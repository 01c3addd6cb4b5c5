import { Client } from 'pg';

const names = new Map<string, string>();

/**
 * Marks a statement that nearly every request asks: each connection parses and plans it once. Only for one that goes by a
 * key, since its plan knows nothing of its parameters. Gives it back as it is.
 */
export function prepared(statement: string): string {
  if (!names.has(statement)) names.set(statement, `viva_${names.size}`);
  return statement;
}

/** A connection that asks marked statements by their names. */
export class PreparingClient extends Client {
  // Such a signature stands in for all those that `pg` gives this method.
  override query(...asked: never[]): never {
    const [text, values] = asked as unknown[] as [unknown, unknown[]?];
    const name = typeof text === 'string' ? names.get(text) : undefined;
    return super.query(...((name === undefined ? asked : [{ name, text, values }]) as unknown as [string])) as never;
  }
}

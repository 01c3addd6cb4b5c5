import { type Settings } from '../config/index.js';
import { journalLine } from './journal-line.js';
import { journalPlace } from './journal-place.js';

/** Writes lines into the journal of some settings, for whoever has no product around it. */
export async function writeLines(settings: Settings, lines: readonly unknown[]): Promise<void> {
  const place = await journalPlace(settings);
  for (const line of lines) await place.append(journalLine.parse(line));
}

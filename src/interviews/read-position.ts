import { notFound } from '../kernel/index.js';

/** The place of a question in a path, counted from 1; anything else is a question that is not there. */
export function readPosition(place: string): number {
  if (!/^[1-9]\d{0,3}$/.test(place)) throw notFound();
  return Number(place);
}

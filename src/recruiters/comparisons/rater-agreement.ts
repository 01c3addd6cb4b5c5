import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';
import { type Seat } from '../organisations/seats.js';
import { type Agreement, agreementOf, type Alignment, alignmentOf } from '../reviews/agreement.js';
import { peopleOf } from '../reviews/scorecard.js';
import { type RatedInterview, RatedInterviews } from './rated-interviews.js';

/** How alike people rate the interviews of a template, and how people and the evaluator go together. */
@Injectable()
export class RaterAgreement {
  constructor(private readonly rated: RatedInterviews) {}

  /** Of what the reader may see alone: interviews they have not rated are not in it. 404 for another organisation's template. */
  async of(tx: Tx, seat: Seat, templateId: string): Promise<Agreement & { alignment: Alignment }> {
    const rated = await this.rated.ofTemplate(tx, seat, templateId);
    return { ...agreementOf(rated.flatMap(marksByAnswer)), alignment: alignmentOf(rated.flatMap(beside)) };
  }
}

function marksByAnswer({ cards }: RatedInterview): number[][] {
  const all = cards.flatMap(({ marks }) => marks);
  return [...Map.groupBy(all, ({ position }) => position).values()].map((marks) => marks.map(({ mark }) => mark));
}

function beside({ cards, scores }: RatedInterview): [number, number][] {
  const people = peopleOf(cards);
  return people === null || !scores?.overall ? [] : [[Number(people.mean), Number(scores.overall)]];
}

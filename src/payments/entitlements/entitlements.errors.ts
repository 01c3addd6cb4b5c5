import { AppError } from '../../kernel/index.js';
import { type Unit } from '../terms.js';

const NAMES: Readonly<Record<Unit, readonly [one: string, many: string]>> = {
  interview: ['practice interview', 'practice interviews'],
  invited_interview: ['interview to invite to', 'interviews to invite to'],
};

export const nothingLeft = (unit: Unit, { left, asked }: { readonly left: number; readonly asked: number }): AppError =>
  new AppError('payments.nothing_left', 402, `${left === 0 ? `You have no ${NAMES[unit][1]} left` : `You have ${counted(unit, left)} left, and this takes ${asked.toLocaleString('en')}`}. Nothing was begun. Get more, or wait for those of the next month.`);

const counted = (unit: Unit, count: number): string => `${count.toLocaleString('en')} ${NAMES[unit][count === 1 ? 0 : 1]}`;

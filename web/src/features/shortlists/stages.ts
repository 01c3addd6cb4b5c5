import { type Stage } from '../../api/shortlist-queries.js';

export const stageWords: Record<Stage, string> = { new: 'New', contacted: 'Contacted', talking: 'Talking', offer: 'Offer', hired: 'Hired', declined: 'Declined' };

/** In the order in which one goes through them. */
export const stages = Object.keys(stageWords) as Stage[];

export const stageOptions = stages.map((stage) => ({ value: stage, label: stageWords[stage] }));

export const isStage = (value: unknown): value is Stage => typeof value === 'string' && Object.hasOwn(stageWords, value);

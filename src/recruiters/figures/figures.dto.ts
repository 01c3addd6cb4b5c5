import { z } from 'zod';
import { type Figures } from './hiring-figures.js';

const moment = z.string().meta({ format: 'date-time' });
const count = z.number().int();

export const figuresQuery = z.object({ template: z.uuid().optional(), days: z.enum(['7', '30', '90', '365']).default('90') });

const funnel = {
  invited: count, opened: count, started: count, handedIn: count, decided: count, answered: count, declined: count, expired: count, revoked: count, withdrawn: count, medianSeconds: z.number().nullable(),
};

/** Of the invitations sent from `from` to `to`. `medianSeconds`: from the invitation to the handing in. Weeks begin on Monday (UTC). */
export const figuresView = z
  .object({
    from: moment,
    to: moment,
    all: z.object(funnel).meta({ id: 'HiringFunnel' }),
    templates: z.array(z.object({ templateId: z.uuid(), jobTitle: z.string(), ...funnel }).meta({ id: 'TemplateFunnel' })),
    weeks: z.array(z.object({ begins: z.string().meta({ format: 'date' }), invited: count, handedIn: count })),
  })
  .meta({ id: 'HiringFigures' });

export type FiguresQuery = z.infer<typeof figuresQuery>;
export type FiguresView = z.infer<typeof figuresView>;

export const asView = ({ from, to, all, templates, weeks }: Figures): FiguresView =>
  ({ from: from.toISOString(), to: to.toISOString(), all, templates: [...templates], weeks: [...weeks] });

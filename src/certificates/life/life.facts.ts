import { z } from 'zod';
import { defineFact } from '../../platform/journal/index.js';
import { measureKinds } from './measure.repository.js';

/** A certificate was given back by its owner. */
export const givenBack = defineFact('certificates.given_back', z.object({ candidateId: z.uuid(), certificateId: z.uuid() }));

/** What the operator did about a certificate. */
export const measureTaken = defineFact('certificates.measure_taken', z.object({ certificateId: z.uuid(), measure: z.enum(measureKinds) }), { lastOf: ['certificateId'] });

import { type Race, type Sex } from './fairness-queries.js';

export const sexWords: Readonly<Record<Sex, string>> = { female: 'Female', male: 'Male', non_binary: 'Non-binary' };

/** As the EEOC words them. */
export const raceWords: Readonly<Record<Race, string>> = {
  hispanic_or_latino: 'Hispanic or Latino', white: 'White', black: 'Black or African American', native_hawaiian_or_pacific_islander: 'Native Hawaiian or Pacific Islander', asian: 'Asian',
  native_american_or_alaska_native: 'Native American or Alaska Native', two_or_more: 'Two or more races',
};

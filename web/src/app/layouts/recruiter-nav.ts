import { paths } from '../paths.js';

/** The pages of those who hire, in the order they are shown. */
export const recruiterPages = [
  { to: paths.talent, title: 'Search' },
  { to: paths.templates, title: 'Interviews' },
  { to: paths.shortlists, title: 'Shortlists' },
  { to: paths.contactRequests, title: 'Contact requests' },
  { to: paths.savedSearches, title: 'Saved searches' },
  { to: paths.organisation, title: 'Organisation' },
] as const;

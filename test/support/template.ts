/** Name of the migrated database that every spec's own is a copy of. */
export const TEMPLATE = 'viva_template';

import { type Template } from '../../api/template-queries.js';

/** What a template is called where people are invited with it. */
export const titleOf = (template: Template | undefined): string => template?.published?.content.jobTitle ?? template?.draft?.content.jobTitle ?? 'Interview';

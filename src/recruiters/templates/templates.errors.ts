import { AppError } from '../../kernel/index.js';
import { type Fault } from './template-faults.js';

export const templatesFull = (most: number): AppError =>
  new AppError('recruiters.templates_full', 409, `Your organisation has ${most.toLocaleString('en')} templates already. Delete a draft you no longer need, then begin a new one.`);

export const versionsFull = (most: number): AppError =>
  new AppError('recruiters.template_versions_full', 409, `This template has ${most} versions already. Copy it, and go on with the copy.`);

export const unknownClient = (): AppError =>
  new AppError('recruiters.unknown_client', 422, 'Choose one of the clients that your organisation names. Nothing was saved.', { fields: { clientId: 'Choose one of your clients.' } });

/** Another tab or a colleague was faster. */
export const changedElsewhere = (): AppError =>
  new AppError('recruiters.template_changed_elsewhere', 409, 'This draft was changed in another tab or by a colleague. What they wrote is kept; yours was not saved. Load it again to go on from there.');

export const noDraft = (): AppError =>
  new AppError('recruiters.template_has_no_draft', 409, 'There is no draft of this template any more: it was published or thrown away. Load it again.');

export const notPublished = (): AppError =>
  new AppError('recruiters.template_not_published', 409, 'This template is still a draft. Publish it first, then invite people with it.');

export const archived = (): AppError =>
  new AppError('recruiters.template_archived', 409, 'This template is archived. Take it out of the archive first; nothing was changed.');

/** With a sentence beside each field that is not ready. */
export const notReady = (faults: readonly Fault[]): AppError =>
  new AppError('recruiters.template_not_ready', 422, 'A few things are missing before this can be published. Your draft is kept.', {
    fields: Object.fromEntries(faults.map(({ field, says }) => [field, says])),
  });

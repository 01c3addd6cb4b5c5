import { type ReactNode } from 'react';

/** What leads on from a template, to pages that others have. */
export interface TemplateLinks {
  readonly invite: ReactNode;
  /** Who was invited, and what came of it. */
  readonly results: ReactNode;
  /** The way to try it out. */
  readonly preview: ReactNode;
  /** What candidates read about the scoring of a version. */
  readonly notice: (versionId: string) => ReactNode;
}

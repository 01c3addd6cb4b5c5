import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { isProblem } from '../../api/problem.js';
import { type DraftVersion, publishTemplate, type Template, type TemplateMaterial, templateQuery, templatesKey } from '../../api/template-queries.js';
import { focusHeading } from '../../lib/focus-heading.js';
import { ErrorSummary } from '../../ui/error-summary.js';
import { Failure } from '../../ui/failure.js';
import '../../ui/mantine-forms.css';
import { AfterwardsSection } from './afterwards-section.js';
import { AnswerSection } from './answer-section.js';
import { CompetencySection } from './competency-section.js';
import { DraftBar } from './draft-bar.js';
import { JobSection } from './job-section.js';
import { NoticeSection } from './notice-section.js';
import { QuestionSection } from './question-section.js';
import styles from './templates.module.css';
import { type Part, useDraft } from './use-draft.js';

interface Props {
  template: Template;
  draft: DraftVersion;
  material: TemplateMaterial;
  /** The way to try it out, once everything is saved. */
  preview: ReactNode;
  /** The draft as the server has it now takes the place of this one. */
  onReload: () => void;
  onDiscarded: () => void;
}

/** One long form, saved while it is written, and published when nothing is missing. */
export function DraftEditor({ template, draft, material, preview, onReload, onDiscarded }: Props) {
  const { id } = template;
  const queryClient = useQueryClient();
  // Counts refused attempts to publish; once everything is mended, nothing was ever wrong.
  const [attempt, setAttempt] = useState(0);
  const { content, clientId, state, keeper, set, chooseClient } = useDraft(id, draft, () => setAttempt(0));
  const publishing = useMutation({
    mutationFn: async () => ((await keeper.flush()) ? publishTemplate({ id, revision: keeper.revision }) : null),
    onSuccess: async (published) => {
      if (published === null) return;
      queryClient.setQueryData(templateQuery(id).queryKey, published);
      await queryClient.invalidateQueries({ queryKey: [...templatesKey, 'list'] });
      focusHeading();
    },
    onError: (error) => { if (isProblem(error, 'recruiters.template_not_ready')) setAttempt((before) => before + 1); },
  });
  const faults = attempt === 0 ? [] : draft.faults;
  const part: Part = { content, set, faultOf: (field) => faults.find((fault) => fault.field === field)?.says };
  return (
    <div className={styles.editor}>
      {attempt > 0 && <ErrorSummary attempt={attempt} errors={Object.fromEntries(faults.map(({ field, says }) => [fieldOf(field), inPlace(field, says)]))} />}
      {publishing.isError && !isProblem(publishing.error, 'recruiters.template_not_ready') && <Failure title="It was not published." error={publishing.error} />}
      <JobSection {...part} material={material} clientId={clientId} onClient={chooseClient} />
      <CompetencySection {...part} material={material} />
      <QuestionSection {...part} material={material} />
      <AnswerSection {...part} />
      <AfterwardsSection {...part} />
      <NoticeSection {...part} />
      <DraftBar template={template} draft={draft} keeper={keeper} state={state} busy={publishing.isPending} preview={preview} onPublish={() => publishing.mutate()} onReload={onReload} onDiscarded={onDiscarded} />
    </div>
  );
}

/** A fault deep inside a question is mended at the nearest field that has it. */
const fieldOf = (field: string): string => field.replace(/(\.synonyms|\.modelAnswers)\.\d+$/u, '$1');

/** "Question 3: Write the question." */
function inPlace(field: string, says: string): string {
  const [, index] = /^questions\.(\d+)/u.exec(field) ?? [];
  return index === undefined ? says : `Question ${Number(index) + 1}: ${says}`;
}

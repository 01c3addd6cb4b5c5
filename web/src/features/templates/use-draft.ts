import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type DraftVersion, saveDraft, type Template, type TemplateContent, templateQuery } from '../../api/template-queries.js';
import { DraftKeeper, type KeptState } from './draft-keeper.js';

export interface DraftValues {
  readonly clientId: string | null;
  readonly content: TemplateContent;
}

/** A draft while it is written: its values, where they are kept, and how the last of them get there before something else is done. `onReady`: saved without a fault. */
export function useDraft(id: string, { clientId, content, revision, savedAt }: DraftVersion, onReady: () => void) {
  const queryClient = useQueryClient();
  const [values, setValues] = useState<DraftValues>({ clientId, content });
  const [state, setState] = useState<KeptState>({ kind: 'saved', at: savedAt });
  const [keeper] = useState(() => new DraftKeeper<DraftValues>(revision, async (upon, changed) => {
    const saved: Template = await saveDraft(id, { revision: upon, ...changed });
    queryClient.setQueryData(templateQuery(id).queryKey, saved);
    if (!saved.draft) throw new Error('A saved draft came back without itself.');
    if (saved.draft.faults.length === 0) onReady();
    return saved.draft;
  }, setState));
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (!keeper.hasUnsaved) return;
      void keeper.flush();
      event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
      void keeper.flush();
    };
  }, [keeper]);
  const change = (next: DraftValues): void => {
    setValues(next);
    keeper.change(next);
  };
  return {
    ...values, state, keeper,
    set: (part: Partial<TemplateContent>): void => change({ ...values, content: { ...values.content, ...part } }),
    chooseClient: (chosen: string | null): void => change({ ...values, clientId: chosen }),
  };
}

/** What the sections of the form need. `faultOf` is silent until somebody has tried to publish. */
export interface Part {
  content: TemplateContent;
  set: (part: Partial<TemplateContent>) => void;
  faultOf: (field: string) => string | undefined;
}

import { Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { materialQuery, type Template, templateQuery } from '../../api/template-queries.js';
import { Loaded } from '../../ui/loaded.js';
import { DraftEditor } from './draft-editor.js';
import { PublishedTemplate } from './published-template.js';
import { type TemplateLinks } from './template-links.js';
import styles from './templates.module.css';

interface Props {
  template: Template;
  links: TemplateLinks;
  onDeleted: () => void;
  onCopied: (id: string) => void;
}

/** A template: as it is published, or its draft while there is one. */
export function TemplateDesk({ template, links, onDeleted, onCopied }: Props) {
  const queryClient = useQueryClient();
  const [round, setRound] = useState(0);
  const { id, draft } = template;
  const reload = async (): Promise<void> => {
    await queryClient.fetchQuery({ ...templateQuery(id), staleTime: 0 });
    setRound((before) => before + 1);
  };
  return (
    <Loaded query={useQuery(materialQuery)} failed="The question bank could not be read." skeleton={<div className={styles.editor}>{[70, 70, 70, 160, 240].map((height, field) => <Skeleton key={field} height={height} />)}</div>}>
      {(material) => (draft
        ? <DraftEditor key={`${draft.id}-${round}`} template={template} draft={draft} material={material} preview={links.preview} onReload={() => void reload()} onDiscarded={template.published ? () => void reload() : onDeleted} />
        : template.published && <PublishedTemplate template={template} published={template.published} material={material} links={links} onCopied={onCopied} />)}
    </Loaded>
  );
}

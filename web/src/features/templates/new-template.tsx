import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createTemplate, materialQuery, templateQuery, templatesKey } from '../../api/template-queries.js';
import { SentForm } from '../../ui/form/sent-form.js';
import { useSentForm } from '../../ui/form/use-sent-form.js';

/** Begins a draft with the name of a job. */
export function NewTemplate({ onMade }: { onMade: (id: string) => void }) {
  const queryClient = useQueryClient();
  const { data: material } = useQuery(materialQuery);
  const sent = useSentForm({
    initialValues: { jobTitle: '', clientId: '' },
    validate: { jobTitle: (jobTitle) => (jobTitle.trim() === '' ? 'Name the job.' : null) },
    send: ({ jobTitle, clientId }) => createTemplate({ jobTitle: jobTitle.trim(), clientId: clientId === '' ? null : clientId }),
    onDone: (template) => {
      queryClient.setQueryData(templateQuery(template.id).queryKey, template);
      void queryClient.invalidateQueries({ queryKey: [...templatesKey, 'list'] });
      onMade(template.id);
    },
  });
  const { form } = sent;
  return (
    <SentForm sent={sent} verb="Begin an interview">
      <TextInput id="jobTitle" label="Job title" maxLength={120} autoComplete="off" key={form.key('jobTitle')} {...form.getInputProps('jobTitle')} />
      {material !== undefined && material.clients.length > 0 && (
        <NativeSelect id="clientId" label="Client" data={[{ value: '', label: 'None: we hire for ourselves' }, ...material.clients.map(({ id, name }) => ({ value: id, label: name }))]} key={form.key('clientId')} {...form.getInputProps('clientId')} />
      )}
    </SentForm>
  );
}

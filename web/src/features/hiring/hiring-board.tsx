import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FiguresDays, type HiringFigures, hiringQuery } from '../../api/fairness-queries.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import '../../ui/mantine-forms.css';
import { FunnelPicture } from './funnel-picture.js';
import styles from './hiring.module.css';
import { TemplateTable } from './template-table.js';
import { WeeksPicture } from './weeks-picture.js';
import { median, share } from './words.js';

interface Props {
  template: string | undefined;
  days: FiguresDays;
  onAsk: (ask: { template: string | undefined; days: FiguresDays }) => void;
}

const spans = [7, 30, 90, 365] as const satisfies readonly FiguresDays[];

/** How the invited interviews of an organisation go: how far people come, how many answer, and how long it takes them. */
export function HiringBoard({ template, days, onAsk }: Props) {
  const query = useQuery(hiringQuery({ days, ...(template === undefined ? {} : { template }) }));
  return (
    <Loaded query={query} failed="The figures could not be read." skeleton={<LinesSkeleton lines={10} />}>
      {(figures) => (
        <div className={styles.board}>
          <div className={styles.choices}>
            <NativeSelect
              id="hiring-days" label="Invited within" value={String(days)} data={spans.map((span) => ({ value: String(span), label: `The last ${span} days` }))}
              onChange={(event) => onAsk({ template, days: spans.find((span) => String(span) === event.currentTarget.value) ?? 90 })}
            />
            <NativeSelect
              id="hiring-template" label="Interview" value={template ?? ''} data={[{ value: '', label: 'All' }, ...figures.templates.map(({ templateId, jobTitle }) => ({ value: templateId, label: jobTitle }))]}
              onChange={(event) => onAsk({ days, template: event.currentTarget.value === '' ? undefined : event.currentTarget.value })}
            />
          </div>
          {figures.all.invited === 0 ? <p className={styles.soft}>Nobody was invited in this time. Once people are, you see here how far they come.</p> : <Figures figures={figures} chosen={template} />}
          <p className={styles.soft}>Counted are the invitations that are still here: those without an interview are deleted some time after they end, and the others with their results. No person is in these figures.</p>
        </div>
      )}
    </Loaded>
  );
}

function Figures({ figures: { all, templates, weeks }, chosen }: { figures: HiringFigures; chosen: string | undefined }) {
  return (
    <>
      <dl className={styles.numbers}>
        <div><dt>Answered</dt><dd>{share(all.answered, all.invited)}</dd><dd className={styles.soft}>opened the invitation or said no</dd></div>
        <div><dt>Completed</dt><dd>{share(all.handedIn, all.started)}</dd><dd className={styles.soft}>of those who started</dd></div>
        <div><dt>Time to complete</dt><dd>{median(all.medianSeconds)}</dd><dd className={styles.soft}>from the invitation, for half of them</dd></div>
        <div><dt>Decided</dt><dd>{share(all.decided, all.handedIn)}</dd><dd className={styles.soft}>of those who handed in</dd></div>
      </dl>
      <FunnelPicture funnel={all} />
      <WeeksPicture weeks={weeks} />
      {chosen === undefined && templates.length > 1 && <TemplateTable templates={templates} />}
    </>
  );
}

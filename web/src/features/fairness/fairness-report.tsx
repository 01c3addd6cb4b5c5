import { NativeSelect } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { fairnessFile, type FairnessFigures, fairnessQuery, type ImpactGroup } from '../../api/fairness-queries.js';
import { count, showDay } from '../../lib/format.js';
import { raceWords, sexWords } from '../../api/group-words.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import '../../ui/mantine-forms.css';
import styles from './fairness.module.css';

interface Props {
  templateId: string;
  year: number;
  /** Those that can be chosen. */
  years: readonly number[];
  onYear: (year: number) => void;
}

const LOW = 0.8;

/** Whether the scores of a template treat groups of people alike: scoring rates and impact ratios, in groups of five or more. */
export function FairnessReport({ templateId, year, years, onYear }: Props) {
  return (
    <div className={styles.report}>
      <NativeSelect id="fairness-year" label="Year of handing in" className={styles.year} value={String(year)} onChange={(event) => onYear(Number(event.currentTarget.value))} data={years.map(String)} />
      <Loaded query={useQuery(fairnessQuery(templateId, year))} failed="The figures could not be read." skeleton={<LinesSkeleton lines={8} />}>
        {(figures) => <Figures figures={figures} templateId={templateId} />}
      </Loaded>
      <section className={styles.part} aria-labelledby="how-counted">
        <h2 id="how-counted">How this is counted</h2>
        <ul className={styles.how}>
          <li>After handing in, people can say of themselves what they like. No page shows a single answer, to nobody: the program can count them and has no right to read them.</li>
          <li>The scoring rate is the share of a group whose score is strictly above the median of everybody a program scored in that year. The impact ratio is this rate divided by the highest rate of all groups beside it (New York City, 6 RCNY § 5-301).</li>
          <li>A group of fewer than five is left out, and so is the smallest other one where the missing number would tell it. Sex and race together are shown only where no group of them is that small.</li>
          <li>A month counts once it is over, so that figures do not move with one person.</li>
          <li>A ratio under {LOW} is a reason to look closer. It is neither a proof nor, above it, an acquittal.</li>
        </ul>
      </section>
    </div>
  );
}

function Figures({ figures: { year, groups, countedUntil }, templateId }: { figures: FairnessFigures; templateId: string }) {
  const all = groups.find(({ kind }) => kind === 'all');
  if (!all) return <p className={styles.soft}>Fewer than five people were scored and counted until {showDay(countedUntil)}. There are no figures yet.</p>;
  const of = (kind: ImpactGroup['kind']): ImpactGroup[] => groups.filter((group) => group.kind === kind);
  return (
    <>
      <p>{count(all.people, 'person', 'people')} were scored and counted until {showDay(countedUntil)}; {all.above} of them scored above the median. <a href={fairnessFile(templateId, year)} download className={styles.file}><IconDownload size={18} stroke={1.5} aria-hidden /> Download as CSV</a></p>
      <Table id="by-sex" title="By sex or gender" groups={of('sex')} nameOf={({ sex }) => sexWords[sex ?? 'female']} />
      <Table id="by-race" title="By race or ethnicity" groups={of('race')} nameOf={({ race }) => raceWords[race ?? 'white']} />
      <Table id="by-both" title="By both" groups={of('both')} nameOf={({ sex, race }) => `${sexWords[sex ?? 'female']}, ${raceWords[race ?? 'white']}`} />
    </>
  );
}

function Table({ id, title, groups, nameOf }: { id: string; title: string; groups: readonly ImpactGroup[]; nameOf: (group: ImpactGroup) => string }) {
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {groups.length === 0 ? <p className={styles.soft}>No group is large enough to be shown.</p> : (
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={title}>
          <table className={styles.table}>
            <thead><tr><th scope="col">Group</th><th scope="col">People</th><th scope="col">Above the median</th><th scope="col">Scoring rate</th><th scope="col">Impact ratio</th></tr></thead>
            <tbody>
              {groups.map((group) => (
                <tr key={nameOf(group)}>
                  <th scope="row">{nameOf(group)}</th>
                  <td>{group.people}</td>
                  <td>{group.above}</td>
                  <td>{group.rate.toFixed(3)}</td>
                  <td><Ratio ratio={group.ratio} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

/** A bar up to 1 beside the number; the word says what the mark at 0.8 says. */
function Ratio({ ratio }: { ratio: number | null }) {
  if (ratio === null) return <>nobody above</>;
  return (
    <span className={styles.ratio}>
      {ratio < LOW && <span className={styles.low}>look closer</span>}
      <svg viewBox="0 0 100 8" className={styles.bar} aria-hidden preserveAspectRatio="none">
        <rect width={100} height={8} className={styles.whole} />
        <rect width={ratio * 100} height={8} className={styles.filled} />
        <line x1={LOW * 100} x2={LOW * 100} y1={0} y2={8} className={styles.limit} />
      </svg>
      {ratio.toFixed(3)}
    </span>
  );
}

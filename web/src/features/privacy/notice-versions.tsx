import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type NoticeName, type NoticeVersion, noticeVersionsQuery } from '../../api/notice-queries.js';
import { showDay } from '../../lib/format.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import '../../ui/mantine-forms.css';
import styles from './legal.module.css';
import { NoticeDifference, OldNotice } from './notice-difference.js';

/** Which two versions are held against each other; the same one twice is read as it was. */
export interface Chosen {
  from?: string;
  to?: string;
}

interface Props {
  notice: NoticeName;
  chosen: Chosen;
  choose: (chosen: Required<Chosen>) => void;
}

/** Every version of a notice that was ever in force, and what was changed between any two of them. */
export const NoticeVersions = (props: Props) => (
  <Loaded query={useQuery(noticeVersionsQuery(props.notice))} failed="The versions could not be read." skeleton={<LinesSkeleton lines={6} />}>
    {(versions) => <Versions {...props} versions={versions} />}
  </Loaded>
);

function Versions({ notice, versions, chosen, choose }: Props & { versions: readonly NoticeVersion[] }) {
  const newest = versions[0]?.version ?? '';
  const to = chosen.to ?? newest;
  const from = chosen.from ?? versions[versions.findIndex(({ version }) => version === to) + 1]?.version ?? to;
  return (
    <div className={styles.versions}>
      <dl className={styles.facts}>
        {versions.map(({ version, publishedAt, says, significant }) => (
          <div key={version} className={styles.line}>
            <dt><Link to="/legal/$notice/versions" params={{ notice }} search={{ from: version, to: version }}>Version {version}</Link></dt>
            <dd><p>{says}</p><p className={styles.soft}>In force since {showDay(publishedAt)}{significant ? '. Every account was mailed about it.' : ''}</p></dd>
          </div>
        ))}
      </dl>
      {versions.length > 1 && (
        <div className={styles.choice}>
          <Choice id="from" label="What was changed from" versions={versions} value={from} choose={(version) => choose({ from: version, to })} />
          <Choice id="to" label="to" versions={versions} value={to} choose={(version) => choose({ from, to: version })} />
        </div>
      )}
      {from === to ? <OldNotice notice={notice} version={to} /> : <NoticeDifference notice={notice} from={from} to={to} />}
    </div>
  );
}

const Choice = ({ id, label, versions, value, choose }: { id: string; label: string; versions: readonly NoticeVersion[]; value: string; choose: (version: string) => void }) => (
  <NativeSelect id={id} label={label} value={value} onChange={(event) => choose(event.currentTarget.value)} data={versions.map(({ version }) => ({ value: version, label: `Version ${version}` }))} />
);

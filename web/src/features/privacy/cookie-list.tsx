import { type ReactNode } from 'react';
import { type PublishedPolicy } from '../../api/schema.js';
import { storedEntries, type StoredEntry } from '../../lib/stored-keys.js';
import { LegalText, type Part } from './legal-text.js';
import styles from './legal.module.css';

/** Every cookie, and everything else our pages keep in a browser: from the lists that set them. */
export const CookieList = () => <LegalText parts={parts} />;

const parts = (policy: PublishedPolicy): readonly Part[] => [
  {
    id: 'short',
    title: 'In short',
    body: <p>Every cookie here is needed for what you ask for, so there is no banner to press away. None measures you, none is read by anybody else, and nothing on these pages is loaded from another site.</p>,
  },
  { id: 'cookies', title: 'Cookies', body: <Cookies policy={policy} /> },
  { id: 'browser', title: 'Kept in your browser', body: <><p>These last until you clear them, unless it says otherwise here. None is sent to us by itself, but a recording that you allowed.</p><Entries where="browser" /></> },
  { id: 'tab', title: 'Kept in one tab', body: <><p>These end when you close the tab.</p><Entries where="tab" /></> },
  { id: 'refuse', title: 'How to refuse them', body: <p>Your browser can block or delete all of them. Without the first cookie you cannot sign in; everything that is open to all works without any.</p> },
];

const Cookies = ({ policy }: { policy: PublishedPolicy }) => (
  <dl className={styles.kept}>
    {policy.cookies.map(({ name, says, lasts }) => <Kept key={name} name={name}><p>{says}</p><p className={styles.soft}>{lasts}.</p></Kept>)}
  </dl>
);

const Entries = ({ where }: Pick<StoredEntry, 'where'>) => (
  <dl className={styles.kept}>{storedEntries.filter((entry) => entry.where === where).map(({ key, says }) => <Kept key={key} name={key}><p>{says}</p></Kept>)}</dl>
);

const Kept = ({ name, children }: { name: string; children: ReactNode }) => <><dt><code>{name}</code></dt><dd>{children}</dd></>;

/** What our pages keep in a browser. Only what stands here can be kept there; the page on cookies is written from this list. */
export interface StoredEntry {
  /** The whole key as the browser shows it, or its beginning when `…` ends it. */
  readonly key: string;
  /** `tab` ends with the tab. */
  readonly where: 'browser' | 'tab';
  readonly says: string;
}

const PREFIX = 'viva-voce:';

export type BrowserKey = 'clock-pace' | 'interviewer-voice' | 'server-writes';
export type TabKey = 'next' | 'operator-claim' | 'colleague-invitation' | 'interview-invitation' | `clock:${string}` | `kind:${string}` | `draft:${string}` | `attempt:${string}` | `talk:${string}`;

export const browserKey = (key: BrowserKey): string => PREFIX + key;
export const tabKey = (key: TabKey): string => PREFIX + key;
/** An IndexedDB, for what is too large to be a small preference. */
export const recordingsDatabase = `${PREFIX}recordings`;
export const isOurs = (key: string): boolean => key.startsWith(PREFIX);

export const storedEntries: readonly StoredEntry[] = [
  { key: 'mantine-color-scheme-value', where: 'browser', says: 'Light or dark, once you have chosen.' },
  { key: browserKey('clock-pace'), where: 'browser', says: 'How you like the clock in an interview, once you have chosen.' },
  { key: recordingsDatabase, where: 'browser', says: 'A recording you allowed us to keep, until we have received all of it. Deleted then, when you sign out, and when you come back after seven days.' },
  { key: browserKey('interviewer-voice'), where: 'browser', says: 'Whether questions are read to you, once you have chosen.' },
  { key: browserKey('server-writes'), where: 'browser', says: 'Whether this server writes down what you say, once you have chosen.' },
  { key: tabKey('next'), where: 'tab', says: 'Which page you wanted when you had to sign in first.' },
  { key: `${tabKey('draft:')}…`, where: 'tab', says: 'What you are typing, so that it survives a lost connection. Deleted when it is saved, and when you sign out.' },
  { key: `${tabKey('attempt:')}…`, where: 'tab', says: 'What you are typing when you try a question again. Deleted when it is sent, and when you sign out.' },
  { key: `${tabKey('kind:')}…`, where: 'tab', says: 'How you chose to answer the questions of an interview: typed or spoken. Deleted when you sign out.' },
  { key: `${tabKey('talk:')}…`, where: 'tab', says: 'How far a conversation with the interviewer has come, and when you spoke in it. Deleted when you sign out.' },
  { key: `${tabKey('clock:')}…`, where: 'tab', says: 'When the clock of a question began. Deleted when you sign out.' },
  { key: tabKey('operator-claim'), where: 'tab', says: 'The link of whoever sets this place up, while they sign in.' },
  { key: tabKey('colleague-invitation'), where: 'tab', says: 'The invitation of an organisation, while you sign in.' },
  { key: tabKey('interview-invitation'), where: 'tab', says: 'The link of an interview you are invited to, while you sign in.' },
  { key: 'tsr-scroll-restoration-v1_3', where: 'tab', says: 'How far you had scrolled on a page, for when you come back to it.' },
];

import { type ReactNode } from 'react';
import { type EarlierTake } from './earlier-choice.js';
import { type Heard } from './phrases.js';
import { type TakeKind } from './take-kind.js';
import { type Recorded } from './take-recorder.js';
import { type TakeSaving } from './take-upload.js';
import { type Devices } from './use-devices.js';
import { type BegunPart, type Beginning } from './use-taping.js';

export interface TakePanelProps {
  kind: TakeKind;
  devices: Devices;
  /** The longest an answer may be, all its parts together. */
  maxSeconds: number;
  retakesLeft: number;
  /** What was recorded of this answer on this page, part by part. */
  parts: readonly Recorded[];
  /** What there is from before a reload or from another device, while `parts` is empty. */
  earlier: EarlierTake | null;
  /** How safe it is; null where it is kept nowhere but on this page. */
  saving: TakeSaving | null;
  /** May reject: then nothing is recorded. */
  onBegin: (how: Beginning, contentType: string) => Promise<BegunPart>;
  /** After `onBegin`, where nothing is recorded after all. */
  onNotStarted?: () => void;
  /** `go_on` adds a part; else this is the first one of a new take. */
  onRecorded: (recorded: Recorded, how: Beginning) => void;
  /** What was said in it, recognised on this device alone; comes a moment after `onRecorded`, where it works and something was heard. Nobody listens where this is left out. */
  onHeard?: (heard: Heard, part: number) => void;
  /** A take that was cut off is to stay as it is. */
  onUseAsIs?: () => void;
  onTypeInstead: () => void;
  onVoiceAlone?: () => void;
  /** The page plays it in another place, such as beside the sheet to write it down on. */
  playedElsewhere?: boolean;
  /** What went wrong when a recording began, in words; a `DeviceFault` says its own. */
  showError: (error: unknown) => ReactNode;
}

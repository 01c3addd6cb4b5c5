import { type ComponentType, type DragEvent, useState } from 'react';
import styles from './file-drop.module.css';

interface Props {
  icon: ComponentType<{ size: number; stroke: number; 'aria-hidden': true }>;
  /** What a press opens: "Choose your resume". */
  choose: string;
  /** What follows: "or drop it here". */
  rest: string;
  /** As of an input for files. */
  accept: string;
  disabled: boolean;
  describedBy: string;
  onFile: (file: File | undefined) => void;
}

/** A place to drop a file on; the same place opens the file chooser by pointer and by keyboard. */
export function FileDrop({ icon: Icon, choose, rest, accept, disabled, describedBy, onFile }: Props) {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    onFile(event.dataTransfer.files[0]);
  };
  return (
    <label className={styles.drop} data-over={over} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}>
      <input className={styles.file} type="file" accept={accept} disabled={disabled} aria-describedby={describedBy} onChange={(event) => { onFile(event.target.files?.[0]); event.target.value = ''; }} />
      <Icon size={24} stroke={1.5} aria-hidden />
      <span><span className={styles.choose}>{choose}</span> {rest}</span>
    </label>
  );
}

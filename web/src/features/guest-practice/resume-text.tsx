import { Textarea } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import styles from './guest-practice.module.css';

interface Props {
  text: string;
  most: number;
  onText: (text: string) => void;
}

const OTHER_FILE = 'Only plain text (.txt) can be read in this page. Open your file, copy its text and paste it here. With an account you can give a PDF or a Word file.';
const UNREADABLE = 'Your browser could not read that file. Open it, copy its text and paste it here.';

/** A resume as text, pasted or from a file that is read in this page. */
export function ResumeText({ text, most, onText }: Props) {
  const [refusal, setRefusal] = useState('');
  const take = (file: File | undefined): void => {
    if (!file) return;
    if (!/\.txt$/i.test(file.name) && file.type !== 'text/plain') return setRefusal(OTHER_FILE);
    setRefusal('');
    file.text().then((read) => onText(read.slice(0, most)), () => setRefusal(UNREADABLE));
  };
  const drop = (event: DragEvent): void => { event.preventDefault(); take(event.dataTransfer.files[0]); };
  return (
    <div className={styles.resume} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <Textarea
        id="guest-resume" label="Resume, if you like" value={text} onChange={(event) => onText(event.currentTarget.value)} maxLength={most} rows={4} autoComplete="off"
        description="Paste its text, or drop a text file here. Questions about what you can do come first. It is read in this page alone."
      />
      <label className={styles.file}>
        <span>Or choose a text file</span>
        <input type="file" accept=".txt,text/plain" onChange={(event) => { take(event.target.files?.[0]); event.target.value = ''; }} />
      </label>
      <p role="status" className={styles.refusal}>{refusal}</p>
    </div>
  );
}

import { Progress } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { ConsentSwitch } from '../../consent/consent-switch.js';
import { showMegabytes } from '../../lib/format.js';
import { Notice } from '../../ui/notice.js';
import '../../ui/mantine-forms.css';
import styles from './resume.module.css';
import { type ResumeUpload } from './use-resume-upload.js';

/** A place to drop a resume on; the same place opens the file chooser by pointer and by keyboard. */
export function ResumeDrop({ upload, replaces }: { upload: ResumeUpload; replaces: boolean }) {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    upload.offer(event.dataTransfer.files[0]);
  };
  return (
    <div className={styles.intake}>
      <ConsentSwitch purpose="resume_keeping" disabled={upload.progress !== null} onChanged={upload.keepingChanged}>
        {replaces && <p className={styles.hint}>It counts from the next file you choose.</p>}
      </ConsentSwitch>
      <label className={styles.drop} data-over={over} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}>
        <input
          className={styles.file} type="file" accept=".pdf,.docx,.txt,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document,text/plain"
          disabled={upload.progress !== null} aria-describedby="resume-hint"
          onChange={(event) => { upload.offer(event.target.files?.[0]); event.target.value = ''; }}
        />
        <IconFileText size={24} stroke={1.5} aria-hidden />
        <span><span className={styles.choose}>{replaces ? 'Choose another resume' : 'Choose your resume'}</span> or drop it here</span>
      </label>
      <p id="resume-hint" className={styles.hint}>
        PDF, Word (DOCX) or plain text{upload.maxBytes === null ? '' : `, at most ${showMegabytes(upload.maxBytes)}`}. Your name and how to reach you are left out of what we keep.
      </p>
      {upload.progress !== null && (
        <div role="status">
          <p>{upload.progress < 1 ? 'Sending your resume' : 'Reading it'}</p>
          <Progress value={upload.progress * 100} aria-label="Upload of your resume" animated={upload.progress === 1} />
        </div>
      )}
      {upload.refusal !== null && <Notice kind="failure" title="Your resume was not taken">{upload.refusal}</Notice>}
    </div>
  );
}

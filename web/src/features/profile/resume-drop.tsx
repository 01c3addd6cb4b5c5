import { Progress } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { ConsentSwitch } from '../../consent/consent-switch.js';
import { showMegabytes } from '../../lib/format.js';
import { FileDrop } from '../../ui/file-drop.js';
import { Notice } from '../../ui/notice.js';
import '../../ui/mantine-forms.css';
import styles from './resume.module.css';
import { type ResumeUpload } from './use-resume-upload.js';

/** Where a resume is handed over, and whether its file is kept. */
export function ResumeDrop({ upload, replaces }: { upload: ResumeUpload; replaces: boolean }) {
  return (
    <div className={styles.intake}>
      <ConsentSwitch purpose="resume_keeping" disabled={upload.progress !== null} onChanged={upload.keepingChanged}>
        {replaces && <p className={styles.hint}>It counts from the next file you choose.</p>}
      </ConsentSwitch>
      <FileDrop
        icon={IconFileText} choose={replaces ? 'Choose another resume' : 'Choose your resume'} rest="or drop it here" disabled={upload.progress !== null} describedBy="resume-hint" onFile={upload.offer}
        accept=".pdf,.docx,.txt,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document,text/plain"
      />
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

import { Button, Textarea } from '@mantine/core';
import { IconFileCertificate } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { sentenceFor } from '../../api/problem.js';
import { verify } from '../../api/verification-queries.js';
import { FileDrop } from '../../ui/file-drop.js';
import { Notice } from '../../ui/notice.js';
import '../../ui/mantine-forms.css';
import { Verdict } from './verdict.js';
import styles from './verification.module.css';

const MOST_BYTES = 10 * 1024 * 1024;
const TOO_LARGE = 'This file is larger than 10 MB. A certificate of ours is much smaller.';
const EMPTY = 'Paste a credential or a link, or choose a file.';

/** Anybody checks a certificate: a file, or what they paste. `link` is one that somebody followed here: it is checked at once. */
export function CheckCertificate({ link }: { link: string | undefined }) {
  const [text, setText] = useState(link ?? '');
  const [refusal, setRefusal] = useState<string | null>(null);
  const { mutate, data, error, isPending } = useMutation({ mutationFn: verify });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => { if (link !== undefined) mutate(link); }, [link, mutate]);
  useEffect(() => { heading.current?.focus(); }, [data]);

  const check = (brought: Blob | string, isWrong: string | null): void => {
    setRefusal(isWrong);
    if (isWrong === null) mutate(brought);
  };
  const take = (file: File | undefined): void => { if (file) check(file, file.size > MOST_BYTES ? TOO_LARGE : null); };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    check(text, text.trim() === '' ? EMPTY : null);
  };
  return (
    <>
      <form onSubmit={submit} className={styles.form} noValidate>
        <FileDrop icon={IconFileCertificate} choose="Choose a certificate" rest="or drop it here: PDF, PNG, SVG, JSON or JWT" accept=".pdf,.png,.svg,.json,.jwt,.txt" disabled={isPending} describedBy="kept" onFile={take} />
        <Textarea
          label="Or paste a link or a credential" value={text} onChange={(event) => setText(event.currentTarget.value)} autosize minRows={2} maxRows={10} autoComplete="off" spellCheck={false}
          error={refusal === EMPTY && refusal}
        />
        <div><Button type="submit" loading={isPending}>Check it</Button></div>
        <p id="kept" className={styles.soft}>What you bring is checked here and not kept. Nothing is fetched from elsewhere, and whoever it is about does not learn of it.</p>
      </form>
      <p role="status" className="visually-hidden">{isPending ? 'Checking' : ''}</p>
      {refusal !== null && refusal !== EMPTY && <Notice kind="failure" title="It was not checked">{refusal}</Notice>}
      {error !== null && !isPending && refusal === null && <Notice kind="failure" title="It was not checked">{sentenceFor(error)}</Notice>}
      {data !== undefined && !isPending && refusal === null && <Verdict verdict={data} heading={heading} />}
    </>
  );
}

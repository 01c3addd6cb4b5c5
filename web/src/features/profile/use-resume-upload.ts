import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { uploadResume } from '../../api/commands.js';
import { sentenceFor } from '../../api/problem.js';
import { policyQuery, resumeQuery } from '../../api/queries.js';
import { showMegabytes } from '../../lib/format.js';

export interface ResumeUpload {
  /** 0 to 1 while the file travels, 1 while it is read, null when nothing is under way. */
  progress: number | null;
  /** Why the last file was not taken. */
  refusal: string | null;
  justRead: boolean;
  maxBytes: number | null;
  /** Whether files are kept was decided anew. */
  keepingChanged: () => void;
  offer: (file: File | undefined) => void;
}

export function useResumeUpload(): ResumeUpload {
  const queryClient = useQueryClient();
  const { data: policy } = useQuery(policyQuery);
  const [progress, setProgress] = useState(0);
  const [refused, setRefused] = useState<string | null>(null);
  const upload = useMutation({
    mutationFn: (file: File) => uploadResume(file, setProgress),
    onSuccess: (view) => queryClient.setQueryData(resumeQuery.queryKey, view),
  });
  const maxBytes = policy?.limits.resumeBytes ?? null;
  const offer = (file: File | undefined): void => {
    if (!file || upload.isPending) return;
    const reason = refuse(file, maxBytes);
    setRefused(reason);
    setProgress(0);
    upload.reset();
    if (reason === null) upload.mutate(file);
  };
  return {
    progress: upload.isPending ? progress : null,
    refusal: refused ?? (upload.isError ? sentenceFor(upload.error) : null),
    justRead: upload.isSuccess,
    maxBytes,
    keepingChanged: () => void queryClient.invalidateQueries({ queryKey: resumeQuery.queryKey }),
    offer,
  };
}

/** What can be told from the outside, before a byte is sent; what kind of file it is, its content tells on the server. */
function refuse(file: File, maxBytes: number | null): string | null {
  if (maxBytes !== null && file.size > maxBytes) return `This file has ${showMegabytes(file.size)}; the most we read is ${showMegabytes(maxBytes)}. A version without pictures is usually small enough.`;
  return null;
}

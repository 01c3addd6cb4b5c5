import { useEffect } from 'react';

/** Has every font file fetched at once: fetched by need, those of extended Latin would tell which letters somebody typed. */
export function useAllFonts(): void {
  useEffect(() => document.fonts.forEach((face) => void face.load().catch(() => undefined)), []);
}

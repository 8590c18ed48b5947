import { useCallback, useEffect, useState } from 'react';
import type { Notice } from './notice.js';

const SHOWN_MS = 4000;

/** The notice of the moment, and what shows another. */
export function useNotices(): { readonly shown: string | undefined; readonly notice: Notice } {
  const [shown, setShown] = useState<{ readonly text: string }>();
  const notice = useCallback((text: string) => setShown({ text }), []);
  useEffect(() => {
    if (shown === undefined) return undefined;
    const timer = setTimeout(() => setShown(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown]);
  return { shown: shown?.text, notice };
}

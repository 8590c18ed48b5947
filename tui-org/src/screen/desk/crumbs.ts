import { createContext, useContext, useEffect } from 'react';

/** Takes what is open in the page in front, from the outside in. */
export const CrumbsContext = createContext<(crumbs: readonly string[]) => void>(() => {});

/** Shows on top what is open in a page. The texts must be clean. */
export function useCrumbs(...crumbs: readonly string[]): void {
  const setCrumbs = useContext(CrumbsContext);
  const joined = crumbs.join('\n');
  useEffect(() => {
    setCrumbs(joined === '' ? [] : joined.split('\n'));
    return () => setCrumbs([]);
  }, [setCrumbs, joined]);
}

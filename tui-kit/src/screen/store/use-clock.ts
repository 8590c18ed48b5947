import { useEffect, useState } from 'react';

/** The time in milliseconds, renewed each second while that matters. */
export function useClock(runs: boolean): number {
  const [at, setAt] = useState(() => Date.now());
  useEffect(() => {
    if (!runs) return undefined;
    setAt(Date.now());
    const timer = setInterval(() => setAt(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [runs]);
  return at;
}

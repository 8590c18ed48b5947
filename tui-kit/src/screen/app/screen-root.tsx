import type { ReactNode } from 'react';
import { KeyReader } from '../keys/key-reader.js';
import { type Theme } from '../theme/theme.js';
import { ThemeContext } from '../theme/theme-context.js';

/** What every screen stands in: its theme and its keys. */
export function ScreenRoot({
  theme,
  children,
}: {
  readonly theme: Theme;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <ThemeContext.Provider value={theme}>
      <KeyReader>{children}</KeyReader>
    </ThemeContext.Provider>
  );
}

import { useMemo, useState } from 'react';
import { type Background, backgroundOf } from './background.js';
import { colorDepthOf } from './color-depth.js';
import { type Theme, themeFor } from './theme.js';

/** The theme of a terminal, and what changes between light and dark. */
export function useThemeSwitch(env: NodeJS.ProcessEnv): {
  readonly theme: Theme;
  readonly toggle: () => void;
} {
  const [background, setBackground] = useState<Background>(() => backgroundOf(env));
  const theme = useMemo(() => themeFor(colorDepthOf(env), background), [env, background]);
  return { theme, toggle: () => setBackground((before) => (before === 'dark' ? 'light' : 'dark')) };
}

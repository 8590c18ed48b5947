export type Background = 'dark' | 'light';

/** Whether the terminal is dark or light: `CAIRN_THEME`, else what the terminal says in COLORFGBG, else dark. */
export function backgroundOf(env: NodeJS.ProcessEnv): Background {
  const wanted = env.CAIRN_THEME;
  if (wanted === 'dark' || wanted === 'light') return wanted;
  const color = env.COLORFGBG?.split(';').at(-1);
  // 7 is light grey and 15 is white; the other light ones are nobody's background.
  return color === '7' || color === '15' ? 'light' : 'dark';
}

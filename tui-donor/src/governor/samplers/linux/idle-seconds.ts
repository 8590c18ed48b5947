import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { askProgram } from '../../../system/ask-program.js';
import { kept } from '../kept.js';
import { namesIn } from './read-text.js';

/** How often the desktop is asked, in seconds: each time is a process. */
const ASK_EVERY = 10;

/**
 * Seconds since somebody touched the machine: a terminal, or the desktop where it can be asked. What the desktop told some
 * seconds ago stays as it was: nobody knows whether it was touched since.
 */
export function idleSeconds(dev: string, env: NodeJS.ProcessEnv): () => Promise<number | undefined> {
  const desktop = kept(ASK_EVERY, () => desktopIdleSeconds(env));
  return async () => {
    const [terminal, asked] = await Promise.all([terminalIdleSeconds(dev), desktop()]);
    const known = [terminal, asked?.value].filter((seconds) => seconds !== undefined);
    return known.length === 0 ? undefined : Math.max(0, Math.min(...known));
  };
}

/** A terminal's time of access is that of the last key, to within eight seconds. */
async function terminalIdleSeconds(dev: string): Promise<number | undefined> {
  const windows = (await namesIn(join(dev, 'pts')))
    .filter((name) => /^\d+$/u.test(name))
    .map((name) => join('pts', name));
  const consoles = (await namesIn(dev)).filter((name) => /^tty\d+$/u.test(name) && name !== 'tty0');
  const times = await Promise.all([...windows, ...consoles].map((name) => touchedAt(join(dev, name))));
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : (Date.now() - Math.max(...known)) / 1000;
}

async function touchedAt(path: string): Promise<number | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.isCharacterDevice() ? found.atimeMs : undefined;
}

/** Asks GNOME over D-Bus, `xprintidle` where it is installed, and else logind, whatever of these there is. */
async function desktopIdleSeconds(env: NodeJS.ProcessEnv): Promise<number | undefined> {
  if ((env.DBUS_SESSION_BUS_ADDRESS ?? '') !== '') {
    const answer = await askProgram('gdbus', MUTTER);
    const milliseconds = /^\(uint64 (\d+),\)/u.exec(answer ?? '')?.[1];
    if (milliseconds !== undefined) return Number(milliseconds) / 1000;
  }
  if ((env.DISPLAY ?? '') !== '') {
    const milliseconds = /^(\d+)\s*$/u.exec((await askProgram('xprintidle', [])) ?? '')?.[1];
    if (milliseconds !== undefined) return Number(milliseconds) / 1000;
  }
  const sessions = await askProgram('loginctl', [
    'show-session',
    'self',
    '-p',
    'IdleHint',
    '-p',
    'IdleSinceHint',
    '-p',
    'Type',
  ]);
  return sessions === undefined ? undefined : sessionIdleSeconds(sessions, Date.now());
}

const MUTTER = [
  ...['call', '--session', '--dest', 'org.gnome.Mutter.IdleMonitor'],
  ...['--object-path', '/org/gnome/Mutter/IdleMonitor/Core'],
  ...['--method', 'org.gnome.Mutter.IdleMonitor.GetIdletime'],
];

/**
 * Seconds for which logind knows the session of a desktop to be idle. A session on a terminal is known by its terminal.
 * @param now milliseconds since 1970
 */
export function sessionIdleSeconds(properties: string, now: number): number | undefined {
  if (!/^Type=(?:x11|wayland|mir)$/mu.test(properties)) return undefined;
  const since = /^IdleSinceHint=(\d+)$/mu.exec(properties)?.[1];
  if (!/^IdleHint=yes$/mu.test(properties)) return 0;
  return since === undefined ? undefined : (now - Number(since) / 1000) / 1000;
}

import { homedir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '@cairn/tui-kit';
import { launchAgent } from './launch-agent.js';
import { systemdUnit } from './systemd-unit.js';

/** What a service is to run. */
export interface ServiceCommand {
  /** Program and arguments, whole paths. */
  readonly line: readonly string[];
  readonly dataDir: string;
}

/** A service as this system's manager of services wants it. */
export interface ServiceDefinition {
  readonly manager: 'systemd' | 'launchd';
  readonly path: string;
  readonly text: string;
  /** What the person does after it was written. */
  readonly start: readonly string[];
  /** What the person does before it is removed. */
  readonly stop: readonly string[];
  /** Asks the manager how it stands. */
  readonly ask: readonly string[];
}

/** By this line a file is known as ours. */
export const MARK = 'Written by `cairn-donor service install`';

const UNIT = 'cairn-donor.service';
const LABEL = 'cairn.donor';

/** @throws UsageError for a path that cannot be written down, and on a system whose manager of services we do not know */
export function serviceDefinition(
  command: ServiceCommand,
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
): ServiceDefinition {
  const problem = [...command.line, command.dataDir].find((word) => /\p{Cc}/u.test(word));
  if (problem !== undefined)
    throw new UsageError(`${JSON.stringify(problem)} cannot stand in a service`, {
      expected: 'paths and addresses without line ends and other control characters',
    });
  if (platform === 'linux') return forSystemd(command, env);
  if (platform === 'darwin') return forLaunchd(command);
  throw new UsageError(`services are not known on ${platform}`, { expected: 'Linux with systemd, or macOS' });
}

function forSystemd(command: ServiceCommand, env: NodeJS.ProcessEnv): ServiceDefinition {
  // At the end of its line it would take the next one along.
  if (command.dataDir.endsWith('\\'))
    throw new UsageError(`${JSON.stringify(command.dataDir)} cannot stand in a service`, {
      expected: 'a data folder whose name does not end in a backslash',
      help: 'choose another with --data-dir DIR',
    });
  const given = env.XDG_CONFIG_HOME ?? '';
  const configHome = given.startsWith('/') ? given : join(homedir(), '.config');
  return {
    manager: 'systemd',
    path: join(configHome, 'systemd', 'user', UNIT),
    text: systemdUnit(command, MARK),
    start: [
      'systemctl --user daemon-reload',
      `systemctl --user enable --now ${UNIT}`,
      'loginctl enable-linger    # where it is to work while you are not logged in',
    ],
    stop: [`systemctl --user disable --now ${UNIT}`],
    ask: ['systemctl', '--user', 'show', '-p', 'ActiveState', '--value', UNIT],
  };
}

function forLaunchd(command: ServiceCommand): ServiceDefinition {
  const path = join(homedir(), 'Library', 'LaunchAgents', `${LABEL}.plist`);
  const domain = `gui/${process.getuid?.() ?? 501}`;
  return {
    manager: 'launchd',
    path,
    text: launchAgent(command, LABEL, MARK),
    start: [`launchctl bootstrap ${domain} '${path.replaceAll("'", `'\\''`)}'`],
    stop: [`launchctl bootout ${domain}/${LABEL}`],
    ask: ['launchctl', 'print', `${domain}/${LABEL}`],
  };
}

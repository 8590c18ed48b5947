import type { ServiceCommand } from './service-definition.js';

/**
 * A unit of the user's own systemd. The donor ends in an orderly way by SIGTERM; what it leaves is killed. Wrong settings
 * (exit code 2) are not tried again.
 * @param mark by which the file is known as ours
 */
export function systemdUnit({ line, dataDir }: ServiceCommand, mark: string): string {
  return `# ${mark}; changes to it are lost when it is installed again.
[Unit]
Description=Cairn donor: gives computing power
After=network-online.target

[Service]
ExecStart=${line.map(quoteForExec).join(' ')}
WorkingDirectory=-${specifierFree(dataDir)}
KillMode=mixed
TimeoutStopSec=10
Restart=on-failure
RestartSec=30
RestartPreventExitStatus=2
Nice=19
NoNewPrivileges=yes
UMask=0077

[Install]
WantedBy=default.target
`;
}

/** One argument of ExecStart: quoted, with what systemd would replace or unescape doubled. */
function quoteForExec(argument: string): string {
  const escaped = argument.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('$', '$$$$');
  return `"${specifierFree(escaped)}"`;
}

function specifierFree(text: string): string {
  return text.replaceAll('%', '%%');
}

import type { Command } from 'commander';
import { bashScript } from './bash-script.js';
import { completedCommands } from './completed-command.js';
import { fishScript } from './fish-script.js';
import type { Shell } from './shell.js';
import { zshScript } from './zsh-script.js';

const SCRIPTS = { bash: bashScript, zsh: zshScript, fish: fishScript } as const;

/**
 * What makes a shell complete the commands of a program.
 * @param alone the command that runs where none is named
 */
export function completionScript(shell: Shell, program: Command, alone?: string): string {
  return SCRIPTS[shell](program.name(), completedCommands(program, alone));
}

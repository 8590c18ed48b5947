import { Argument, type Command } from 'commander';
import type { CliContext } from '../cli/cli-context.js';
import { SHELLS, type Shell } from './shell.js';

const USE = `
Examples:
  NAME completion bash > ~/.local/share/bash-completion/completions/NAME
  NAME completion zsh >> ~/.zshrc
  NAME completion fish > ~/.config/fish/completions/NAME.fish`;

/**
 * Adds `completion SHELL`, which prints what makes a shell complete the commands of a program, their options and what those take:
 * all that its `--help` knows.
 * @param alone the command that runs where none is named
 */
export function addCompletion(program: Command, { world }: CliContext, alone?: string): void {
  program
    .command('completion')
    .description('print what makes a shell complete these commands')
    .addArgument(new Argument('<shell>').choices(SHELLS))
    .addHelpText('after', USE.replaceAll('NAME', program.name()))
    .action(async (shell: Shell) => {
      const { completionScript } = await import('./completion-script.js');
      world.stdout.write(completionScript(shell, program, alone));
    });
}

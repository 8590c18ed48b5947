import { DESCRIPTION_RULE, validateName, validateText } from '@cairn/shared-schema';
import type { Command } from 'commander';
import type { OpenWorkplace } from '../cli/open-workplace.js';
import { withWorkFolder } from '../storage/work-folder.js';
import { compileLocally } from './compile-locally.js';
import { runDry } from './dry-run.js';
import { parseLease } from './lease.js';
import { publishPackage } from './publish-package.js';
import { showCompiled, showDryRun, showPublished } from './show-publishing.js';

interface PublishOptions {
  readonly name: string;
  readonly description: string;
  readonly lease: string;
  readonly dryRunInput?: string;
}

const EXAMPLES = `
Examples:
  cairn-org publish cairo-sample --name "HP folding" --lease 10m
  cairn-org publish . --name hp --description "Lattice folds" --lease 1h --dry-run-input inputs/first.csv

The package is compiled here first, and what was compiled is kept: proofs are later verified against it, not against
what the server says. Only Scarb.toml, Scarb.lock, README.md and src/ leave this machine; with dependencies from a
registry also the executable that \`scarb build\` wrote.
A lease is how long a donor may hold one input group: 60s to 30d.`;

/** `publish`: compiles a package here, tries it, uploads it, and keeps what was compiled. */
export function addPublish(cli: Command, open: OpenWorkplace): void {
  cli
    .command('publish')
    .description('compile a Cairo package, try it, and offer it to donors')
    .argument('<dir>', 'folder with Scarb.toml')
    .requiredOption('--name <text>', "the program's public name")
    .requiredOption('--lease <time>', 'how long a donor may hold an input group, such as 10m')
    .option('--description <text>', 'what it computes, for donors', '')
    .option('--dry-run-input <file>', 'run it here on this CSV file before it is published')
    .addHelpText('after', EXAMPLES)
    .action(async (dir: string, options: PublishOptions, command: Command) => {
      const place = await open(command);
      const facts = {
        name: validateName(options.name, '--name'),
        description: validateText(options.description, '--description', DESCRIPTION_RULE),
        leaseSeconds: parseLease(options.lease),
      };
      await place.server.session();
      await withWorkFolder(place.folder, async (workFolder) => {
        const { signal } = place;
        const work = { signal, workFolder };
        const compiled = await compileLocally(dir, work);
        showCompiled(place, compiled);
        const { dryRunInput } = options;
        const tried = dryRunInput === undefined ? undefined : await runDry(compiled, dryRunInput, work);
        if (tried) showDryRun(place, compiled.manifest, tried);
        showPublished(place, await publishPackage(place, { dir, compiled, workFolder, ...facts }), tried);
      });
    });
}

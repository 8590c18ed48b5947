#!/usr/bin/env node
import { nodeProblem } from '@cairn/tui-kit/node-version';

const problem = nodeProblem(process.versions.node);
if (problem === undefined) {
  const { main } = await import('@cairn/tui-kit');
  const { buildCli } = await import('./cli/build-cli.js');
  await main((context) => buildCli(context, process.stdin));
} else {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 2;
}

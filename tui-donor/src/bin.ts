#!/usr/bin/env node
import { nodeProblem } from '@cairn/tui-kit/node-version';

const problem = nodeProblem(process.versions.node);
if (problem === undefined) {
  const { main } = await import('@cairn/tui-kit');
  const { buildProgram } = await import('./cli/build-program.js');
  await main(buildProgram);
} else {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 2;
}

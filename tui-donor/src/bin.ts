#!/usr/bin/env node
// Nothing is imported before the version is known: an old Node would stumble over the first line of it.
const OLDEST_NODE = 24;

if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  process.stderr.write(
    `error: this is Node.js ${process.versions.node}\nexpected: Node.js ${OLDEST_NODE} or newer\n` +
      'do this: install it, or run the client through npm in the checkout, which brings its own\n',
  );
  process.exitCode = 2;
} else {
  const { main } = await import('@cairn/tui-kit');
  const { buildProgram } = await import('./cli/build-program.js');
  await main(buildProgram);
}

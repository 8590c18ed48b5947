const NEEDED = 24;

/**
 * Why this Node cannot run a client, if it is too old. Nothing that needs a new Node may be loaded before: a `bin` file
 * imports this alone, and the rest when there is no problem.
 */
export function nodeProblem(version: string): string | undefined {
  if (Number.parseInt(version, 10) >= NEEDED) return undefined;
  return [
    `error: this is Node ${version}`,
    `expected: Node ${NEEDED} or newer`,
    'do this: install a newer Node, or run it by npm in the checkout, which brings its own',
  ].join('\n');
}

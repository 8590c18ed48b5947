import { cargoProgress, withoutProgress } from './cargo-progress.mjs';

test('reads the progress bar, in whatever pieces it comes', () => {
  const seen: unknown[] = [];
  const read = cargoProgress((progress) => seen.push(progress));
  const written =
    '   Compiling serde v1.0.0\n    Building [===>      ] 12/514: serde, serde_json(build)...\r' +
    '    Building [=========>] 513/514: \u001b[1mcairn-prover\u001b[0m(bin)\r    Finished\n';
  for (const character of written) read(character);
  expect(seen).toEqual([
    { done: 12, total: 514, crates: 'serde, serde_json(build)...' },
    { done: 513, total: 514, crates: 'cairn-prover(bin)' },
  ]);
});

test('shows an error without the progress around it', () => {
  const text = [
    '   Compiling a v1.0.0',
    '    Building [=> ] 1/2: a\r    Building [=>] 1/2: a\rerror[E0425]: cannot find value',
    '\u001b[1m --> src/main.rs:1\u001b[0m',
    '',
  ].join('\n');
  expect(withoutProgress(text)).toBe('error[E0425]: cannot find value\n --> src/main.rs:1');
});

test('tells when Cargo waits for another', () => {
  let blocked = 0;
  const read = cargoProgress(
    () => undefined,
    () => blocked++,
  );
  read('    Blocking waiting for file lock on build directory\n   Compiling a v1.0.0\n');
  expect(blocked).toBe(1);
});

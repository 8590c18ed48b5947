import type { DomainError } from '../errors/domain-error.js';
import { formatOutputType } from '../outputs/output-type.js';
import { parseProgramManifest } from './parse-program-manifest.js';

const PACKAGE = '[package]\nname = "fold"\n';

function errorOf(text: string): DomainError {
  try {
    parseProgramManifest(text);
  } catch (error) {
    return error as DomainError;
  }
  throw new Error('expected an error');
}

describe('a program manifest', () => {
  it('has defaults for all but the name', () => {
    expect(parseProgramManifest(PACKAGE)).toEqual({
      packageName: 'fold',
      executableNames: ['fold'],
      inputBinding: 'poseidon',
      calldata: 'array',
      outputs: [],
      expectedSteps: undefined,
      maxSteps: undefined,
    });
  });

  it('reads the whole section', () => {
    const manifest = parseProgramManifest(`${PACKAGE}
      [[target.executable]]
      name = "main"
      [tool.cairn]
      input-binding = "echo"
      calldata = "raw"
      outputs = ["energy: i64", "walks:u64", "best: Array<u8>"]
      expected-steps = 2_300_000
      max-steps = 10_000_000_000`);
    expect(manifest).toMatchObject({
      executableNames: ['main'],
      inputBinding: 'echo',
      calldata: 'raw',
      expectedSteps: 2_300_000,
      maxSteps: 10_000_000_000,
    });
    expect(manifest.outputs.map(({ name, type }) => `${name}=${formatOutputType(type)}`)).toEqual([
      'energy=i64',
      'walks=u64',
      'best=Array<u8>',
    ]);
  });

  it('knows every executable that the build writes', () => {
    const names = (text: string) => parseProgramManifest(`${PACKAGE}${text}`).executableNames;
    expect(names('[executable]\nfunction = "fold::main"')).toEqual(['fold']);
    expect(names('[executable]\n[[target.executable]]\nname = "b"')).toEqual(['fold', 'b']);
    expect(names('[executable]\nname = "a"')).toEqual(['a']);
  });

  it.each([
    ['no package', '', 'package.name: found nothing'],
    ['a package that is no table', 'package = 1', 'package: found 1, expected a table'],
    ['a path as name', '[package]\nname = "../x"', 'package.name: found "../x"'],
    ['a name from the workspace', '[package]\nname.workspace = true', 'package.name: found a table'],
    [
      'an unknown key',
      `${PACKAGE}[tool.cairn]\ninput_binding = "none"`,
      'tool.cairn.input_binding: found "none"',
    ],
    [
      'an unknown binding',
      `${PACKAGE}[tool.cairn]\ninput-binding = "sha"`,
      'expected "poseidon" or "echo" or "none"',
    ],
    ['an unknown calldata', `${PACKAGE}[tool.cairn]\ncalldata = 1`, 'tool.cairn.calldata: found 1'],
    ['a fraction of steps', `${PACKAGE}[tool.cairn]\nmax-steps = 1.5`, 'tool.cairn.max-steps: found 1.5'],
    ['no steps', `${PACKAGE}[tool.cairn]\nexpected-steps = 0`, 'tool.cairn.expected-steps: found 0'],
    [
      'more steps than the most',
      `${PACKAGE}[tool.cairn]\nexpected-steps = 9\nmax-steps = 8`,
      'at most max-steps, 8',
    ],
    ['outputs as a text', `${PACKAGE}[tool.cairn]\noutputs = "a: u8"`, 'tool.cairn.outputs: found "a: u8"'],
    ['an output without type', `${PACKAGE}[tool.cairn]\noutputs = ["a"]`, 'tool.cairn.outputs[0]: found "a"'],
    [
      'an unknown type',
      `${PACKAGE}[tool.cairn]\noutputs = ["a: u8", "b: u7"]`,
      'tool.cairn.outputs[1]: found "u7"',
    ],
    [
      'a name twice',
      `${PACKAGE}[tool.cairn]\noutputs = ["a: u8", "a: u8"]`,
      'tool.cairn.outputs[1]: found "a"',
    ],
  ])('refuses %s', (_what, text, message) => {
    const error = errorOf(text);
    expect(error.code).toBe('PROGRAM_INVALID');
    expect(error.message).toContain(message);
  });

  it('says where the TOML is broken', () => {
    const error = errorOf('[package]\nname = fold');
    expect(error).toMatchObject({ code: 'PROGRAM_INVALID', details: { line: 2, column: 8 } });
    expect(error.message).toMatch(/^Scarb.toml, line 2, column 8: /u);
  });

  it('refuses keys that reach into prototypes, and bottomless nesting, as any other text', () => {
    expect(parseProgramManifest(`${PACKAGE}[__proto__]\ntool = 1`).inputBinding).toBe('poseidon');
    expect(errorOf(`${PACKAGE}x = ${'['.repeat(5000)}`).code).toBe('PROGRAM_INVALID');
  });
});

import { OUTPUT_TYPE_NAMES, type OutputColumn, parseOutputType } from '../outputs/output-type.js';
import { manifestError } from './manifest-error.js';
import { CALLDATA_FORMS, INPUT_BINDINGS, type ProgramManifest } from './program-manifest.js';
import type { TomlTable } from './toml-table.js';

type CairnSection = Pick<
  ProgramManifest,
  'inputBinding' | 'calldata' | 'outputs' | 'expectedSteps' | 'maxSteps'
>;

const KEYS = ['input-binding', 'calldata', 'outputs', 'expected-steps', 'max-steps'];
const MAX_OUTPUTS = 200;

/** Reads `[tool.cairn]`. @throws DomainError PROGRAM_INVALID that names the key, what was found and expected. */
export function readCairnSection(section: TomlTable): CairnSection {
  const unknown = Object.keys(section).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) {
    throw manifestError(`tool.cairn.${unknown}`, section[unknown], `one of the keys ${KEYS.join(', ')}`);
  }
  const expectedSteps = readSteps(section, 'expected-steps');
  const maxSteps = readSteps(section, 'max-steps');
  if (expectedSteps !== undefined && maxSteps !== undefined && expectedSteps > maxSteps) {
    throw manifestError('tool.cairn.expected-steps', expectedSteps, `at most max-steps, ${maxSteps}`);
  }
  return {
    inputBinding: readChoice(section, 'input-binding', INPUT_BINDINGS),
    calldata: readChoice(section, 'calldata', CALLDATA_FORMS),
    outputs: readOutputs(section.outputs),
    expectedSteps,
    maxSteps,
  };
}

/** One of a few words; the first is the default. */
function readChoice<T extends string>(section: TomlTable, key: string, choices: readonly [T, ...T[]]): T {
  const value = section[key] ?? choices[0];
  const choice = choices.find((one) => one === value);
  if (choice === undefined) {
    throw manifestError(`tool.cairn.${key}`, value, choices.map((one) => `"${one}"`).join(' or '));
  }
  return choice;
}

function readSteps(section: TomlTable, key: string): number | undefined {
  const value = section[key];
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1) {
    throw manifestError(`tool.cairn.${key}`, value, 'a whole number of steps, 1 or more');
  }
  return value;
}

function readOutputs(value: unknown): OutputColumn[] {
  if (value === undefined) return [];
  if (!Array.isArray(value) || value.length > MAX_OUTPUTS) {
    throw manifestError(
      'tool.cairn.outputs',
      value,
      `a list of at most ${MAX_OUTPUTS} texts like "energy: i64"`,
    );
  }
  const columns = value.map((entry, index) => readOutput(entry, `tool.cairn.outputs[${index}]`));
  const names = new Set<string>();
  for (const [index, { name }] of columns.entries()) {
    if (names.has(name))
      throw manifestError(`tool.cairn.outputs[${index}]`, name, 'a name that is not used before');
    names.add(name);
  }
  return columns;
}

function readOutput(entry: unknown, key: string): OutputColumn {
  const parts =
    typeof entry === 'string' ? /^\s*([A-Za-z_][A-Za-z0-9_]{0,63})\s*:(.{1,100})$/u.exec(entry) : null;
  if (parts?.[1] === undefined || parts[2] === undefined) {
    throw manifestError(key, entry, 'a name and a type, like "energy: i64"');
  }
  const type = parseOutputType(parts[2]);
  if (type === undefined) throw manifestError(key, parts[2].trim(), `the type ${OUTPUT_TYPE_NAMES}`);
  return { name: parts[1], type };
}

import { FELT_PRIME, formatFelt } from '../felt/felt.js';
import { decodeOutputs } from './decode-outputs.js';
import { formatOutputValue, outputValueToJson } from './format-output-value.js';
import { leadingFelts } from './leading-felts.js';
import { OutputDecodingError } from './output-decoding-error.js';
import { formatOutputType, type OutputColumn, parseOutputType } from './output-type.js';

function columns(...declared: string[]): OutputColumn[] {
  return declared.map((type, index) => {
    const parsed = parseOutputType(type);
    if (parsed === undefined) throw new Error(`no type: ${type}`);
    return { name: `c${index}`, type: parsed };
  });
}

const decode = (type: string, ...felts: bigint[]) =>
  decodeOutputs(felts.map(formatFelt), columns(type), 0).values[0];

const text = (value: string) => BigInt(`0x${Buffer.from(value).toString('hex')}`);

describe('decoding', () => {
  it('strips the commitment and reads several columns', () => {
    const output = [0x1234n, -7n, 3n, 2n, 8n, 9n].map(formatFelt);
    expect(decodeOutputs(output, columns('i64', 'u64', 'Array<u8>'), leadingFelts('poseidon', 99))).toEqual({
      values: [-7n, 3n, [8n, 9n]],
      consumed: 5,
    });
  });

  it.each([
    ['felt252', [FELT_PRIME - 1n], FELT_PRIME - 1n],
    ['u8', [255n], 255n],
    ['u128', [2n ** 128n - 1n], 2n ** 128n - 1n],
    ['i8', [-128n], -128n],
    ['i128', [-(2n ** 127n)], -(2n ** 127n)],
    ['u256', [1n, 2n], 1n + 2n ** 129n],
    ['bool', [1n], true],
    ['short_string', [text('fold it')], 'fold it'],
    ['short_string', [0n], ''],
    ['Array<bool>', [0n], []],
    ['Array<Array<u256>>', [2n, 1n, 5n, 0n, 0n], [[5n], []]],
  ])('reads %s', (type, felts, value) => {
    expect(decode(type, ...felts)).toEqual(value);
  });

  it.each([
    ['u8', [256n], 'found 256, expected u8'],
    ['u64', [-1n], 'expected u64'],
    ['i8', [128n], 'found 128, expected i8: -2^7 to 2^7 - 1'],
    ['i8', [-129n], 'found -129'],
    ['u256', [2n ** 128n, 0n], 'the low half of a u256'],
    ['u256', [0n, 2n ** 128n], 'value 2: '],
    ['u256', [1n], 'the output ends after 1 values, expected the high half'],
    ['bool', [2n], 'found 2, expected a bool: 0 or 1'],
    ['short_string', [text('a\nb')], 'printable ASCII'],
    ['short_string', [text('é')], 'printable ASCII'],
    ['Array<u8>', [3n, 1n, 2n], 'found an array of 3 elements, expected at most 2'],
    ['Array<u8>', [2n ** 200n], 'found an array of'],
    ['Array<u8>', [2n, 1n, 256n], 'value 3: found 256'],
    ['felt252', [], 'the output ends after 0 values'],
    ['felt252', [1n, 2n], '1 values are left over'],
  ])('refuses %s of %j', (type, felts, message) => {
    expect(() => decode(type, ...felts)).toThrow(OutputDecodingError);
    expect(() => decode(type, ...felts)).toThrow(message);
  });

  it('names column and position', () => {
    const run = () => decodeOutputs(['0x1', '0x2', '0x100'], columns('u8', 'u8'), 1);
    expect(run).toThrow(expect.objectContaining({ column: 'c1', position: 2 }));
  });

  it('refuses an output shorter than its binding and a text that is no felt', () => {
    expect(() => decodeOutputs([], columns(), 1)).toThrow('at least the 1 of the input binding');
    expect(() => decodeOutputs(['0x01'], columns('u8'), 0)).toThrow('Not a field element');
  });
});

describe('what stands in front', () => {
  it.each([
    ['poseidon', 1],
    ['none', 0],
    ['echo', 18],
  ] as const)('%s: %i', (binding, count) => {
    expect(leadingFelts(binding, 17)).toBe(count);
  });
});

describe('types', () => {
  it.each(['felt252', 'u8', 'i128', 'u256', 'bool', 'short_string', 'Array<u8>', 'Array<Array<i16>>'])(
    'writes %s back',
    (name) => {
      const type = parseOutputType(` ${name} `);
      expect(type && formatOutputType(type)).toBe(name);
    },
  );

  it.each([
    '',
    'u7',
    'U8',
    'i256',
    'Array<>',
    'Array<u8',
    'Array<Array<Array<Array<Array<u8>>>>>',
    'toString',
  ])('knows no %j', (name) => {
    expect(parseOutputType(name)).toBeUndefined();
  });
});

describe('writing values', () => {
  it('keeps large integers exact in JSON', () => {
    expect(outputValueToJson([1n, 2n ** 60n, true, 'x'])).toEqual([1, '1152921504606846976', true, 'x']);
    expect(formatOutputValue([1n, [true, 'x']])).toBe('[1 [true x]]');
  });
});

import { keptInput, keptProgram, serverSays } from '../test/proof-facts.js';
import { originOf, statementKey, statementOf } from './statement.js';

describe('statementOf', () => {
  it('rests on what is kept here, whatever the server says', () => {
    const { inputGroup } = serverSays;
    const program = {
      ...inputGroup.program,
      executableSha256: 'e'.repeat(64),
      inputBinding: 'NONE' as const,
      calldata: 'RAW' as const,
    };
    const lying = { ...serverSays, inputGroup: { ...inputGroup, inputSha256: 'f'.repeat(64), program } };
    expect(statementOf(lying, keptProgram, keptInput)).toEqual({
      executable: { sha256: 'c'.repeat(64), origin: 'own' },
      input: { sha256: 'b'.repeat(64), origin: 'own' },
      binding: 'poseidon',
      calldata: 'array',
    });
  });

  it('says what it takes on the word of the server', () => {
    const statement = statementOf(serverSays, undefined, keptInput);
    expect(statement.executable).toEqual({ sha256: 'c'.repeat(64), origin: 'server' });
    expect(originOf(statement)).toBe('server');
    expect(originOf(statementOf(serverSays, keptProgram, undefined))).toBe('server');
    expect(originOf(statementOf(serverSays, keptProgram, keptInput))).toBe('own');
  });
});

describe('statementKey', () => {
  const own = statementOf(serverSays, keptProgram, keptInput);

  it('is the same whoever says so', () => {
    expect(statementKey(statementOf(serverSays, undefined, undefined))).toBe(statementKey(own));
  });

  it.each([
    ['executable', { executable: { sha256: 'd'.repeat(64), origin: 'own' as const } }],
    ['input', { input: { sha256: 'd'.repeat(64), origin: 'own' as const } }],
    ['binding', { binding: 'none' as const }],
    ['calldata', { calldata: 'raw' as const }],
  ])('is another for another %s', (_, change) => {
    expect(statementKey({ ...own, ...change })).not.toBe(statementKey(own));
  });
});

import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@cairn/tui-kit/test';
import { invalidVerdict, knownProof, validVerdict } from '../test/proof-facts.js';
import { verdicts } from './verdicts.js';

const { statement } = knownProof();
const sha256 = validVerdict.proofSha256;

describe('verdicts', () => {
  it.each([validVerdict, invalidVerdict])('are remembered as they were found: $valid', async (verdict) => {
    await using folder = await temporaryFolder();
    await verdicts(folder.path).remember(statement, verdict);
    expect(await verdicts(folder.path).find(sha256, statement)).toEqual(verdict);
  });

  it('say nothing of the same proof under another statement', async () => {
    await using folder = await temporaryFolder();
    await verdicts(folder.path).remember(statement, validVerdict);
    const another = { ...statement, input: { sha256: 'd'.repeat(64), origin: 'own' as const } };
    expect(await verdicts(folder.path).find(sha256, another)).toBeUndefined();
    expect(await verdicts(folder.path).find('e'.repeat(64), statement)).toBeUndefined();
  });

  it('are not believed when their file was damaged', async () => {
    await using folder = await temporaryFolder();
    await verdicts(folder.path).remember(statement, validVerdict);
    const [name = ''] = await readdir(join(folder.path, 'verdicts'));
    await writeFile(join(folder.path, 'verdicts', name), '{"valid":true}');
    await expect(verdicts(folder.path).find(sha256, statement)).rejects.toMatchObject({
      code: 'LOCAL_FILE_DAMAGED',
    });
  });
});

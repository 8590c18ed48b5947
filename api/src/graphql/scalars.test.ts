import { FELT_PRIME } from '@cairn/shared-schema';
import { bearerToken } from './bearer-token.js';
import { FeltScalar } from './felt.scalar.js';
import { uploadSource } from './upload.scalar.js';

describe('Felt', () => {
  it.each(['0x0', '0x1f', `0x${(FELT_PRIME - 1n).toString(16)}`])('takes %s', (felt) => {
    expect(FeltScalar.serialize(felt)).toBe(felt);
    expect(FeltScalar.parseValue(felt)).toBe(felt);
  });

  it.each([31, '31', '0x', '0x01', '0xAB', '-0x1', `0x${FELT_PRIME.toString(16)}`, null])(
    'refuses %j',
    (value) => {
      expect(() => FeltScalar.parseValue(value)).toThrow('Felt: expected a field element');
    },
  );
});

it.each([
  [undefined, undefined],
  ['', undefined],
  ['Basic abc', undefined],
  ['Bearer', undefined],
  ['Bearer a b', undefined],
  ['Bearer abc', 'abc'],
  ['bearer  abc ', 'abc'],
])('of the header %j the token is %j', (header, token) => {
  expect(bearerToken(header)).toBe(token);
});

describe('an upload', () => {
  it("that does not come is the sender's mistake", async () => {
    const gone = Promise.reject(new Error('File missing in the request.'));
    await expect(uploadSource(gone)).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
  });

  it('can be read once', async () => {
    const file = {
      filename: 'a.csv',
      fieldName: '0',
      mimetype: 'text/csv',
      encoding: '7bit',
      createReadStream: () => {
        throw new Error('used twice');
      },
    };
    const source = await uploadSource(Promise.resolve(file));
    expect(source.filename).toBe('a.csv');
    expect(() => source.open()).toThrow(expect.objectContaining({ code: 'INVALID_REQUEST' }));
  });
});

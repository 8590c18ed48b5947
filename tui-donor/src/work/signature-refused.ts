import { ClientError, isRefusal } from '@cairn/tui-kit';

/** The code of {@link signatureRefused}. */
export const SIGNATURE_REFUSED = 'SIGNATURE_REFUSED';

/** Whether the server refuses who we say we are, and not what we hand in. */
export function isSignatureRefused(error: unknown): boolean {
  if (!isRefusal(error, 'INVALID_REQUEST')) return false;
  const { field } = error.extensions;
  return typeof field === 'string' && field.startsWith('donor.');
}

/** What is told of it, once the server's key is known to be the one that was signed for. */
export function signatureRefused(url: string, cause: unknown): ClientError {
  return new ClientError(`${url} refuses this donor's signature of a proof, which is kept`, {
    code: SIGNATURE_REFUSED,
    expected: 'that it takes what is signed for the key that it names as its own',
    help: `the proof is kept, and handed in again at the next start; should that be refused too, ask the operator of ${url} whether all its processes have the same receipt key. Meanwhile another server can be worked for: --server URL`,
    details: { server: url },
    cause,
  });
}

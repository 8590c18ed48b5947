import { isReceiptSigned, NoReceiptError, type Receipt, readReceipt } from '@cairn/shared-schema';
import type { KnownServer } from './known-servers.js';

/** What is to be thought of a receipt's file. */
export type ReceiptJudgement =
  | {
      readonly valid: true;
      readonly receipt: Receipt;
      /** The address under which we know the server; undefined where its key was given. */
      readonly server: string | undefined;
      /** Whether the server has another key by now. */
      readonly byEarlierKey: boolean;
    }
  | {
      readonly valid: false;
      readonly reason: 'MALFORMED' | 'WRONG_SIGNATURE' | 'UNKNOWN_SERVER';
      readonly message: string;
    };

/**
 * Judges a receipt with nothing but the keys that are known here.
 * @param trusted a server's public key that the person vouches for
 */
export function judgeReceipt(
  text: string,
  known: Readonly<Record<string, KnownServer>>,
  trusted?: string,
): ReceiptJudgement {
  let receipt: Receipt;
  try {
    receipt = readReceipt(text);
  } catch (error) {
    if (!(error instanceof NoReceiptError)) throw error;
    return { valid: false, reason: 'MALFORMED', message: error.message };
  }
  if (!isReceiptSigned(receipt)) {
    const message = 'the server that it names has not signed this: something in it was altered';
    return { valid: false, reason: 'WRONG_SIGNATURE', message };
  }
  if (receipt.server === trusted) return { valid: true, receipt, server: undefined, byEarlierKey: false };
  for (const [server, { current, earlier }] of trusted === undefined ? Object.entries(known) : []) {
    const byEarlierKey = earlier.includes(receipt.server);
    if (current === receipt.server || byEarlierKey) return { valid: true, receipt, server, byEarlierKey };
  }
  const message = 'it is signed by a key that is no known server’s: anybody can make such a one';
  return { valid: false, reason: 'UNKNOWN_SERVER', message };
}

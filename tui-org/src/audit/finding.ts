/** What is wrong with a bundle: each kind of tampering has its own code and message. */
export type FindingCode =
  | 'MALFORMED'
  | 'MANIFEST_INVALID'
  | 'MANIFEST_REWRITTEN'
  | 'OTHER_KEY'
  | 'ENTRY_MISSING'
  | 'ENTRY_ADDED'
  | 'ENTRY_TWICE'
  | 'EXECUTABLE_CHANGED'
  | 'RESULTS_CHANGED'
  | 'RESULTS_INVALID'
  | 'REDUCER_CHANGED'
  | 'RECEIPTS_CHANGED'
  | 'RECEIPT_INVALID'
  | 'INPUT_EDITED'
  | 'PROOF_SWAPPED'
  | 'PROOF_INVALID'
  | 'WRONG_PROGRAM'
  | 'OUTPUT_CHANGED'
  | 'ROW_TWICE'
  | 'AGGREGATE_WRONG';

export interface Finding {
  readonly code: FindingCode;
  /** A sentence for people; may hold texts of the bundle. */
  readonly message: string;
  /** The entry or the input group that it is about. */
  readonly about?: string;
}

/** Of one kind so many are told; the others are counted. */
const MOST_OF_A_KIND = 20;

/** What an audit finds, in order; bounded, since a bundle may be wrong a million times. */
export class Findings {
  readonly #told: Finding[] = [];
  readonly #counts = new Map<FindingCode, number>();

  add(code: FindingCode, message: string, about?: string): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count <= MOST_OF_A_KIND)
      this.#told.push({ code, message, ...(about === undefined ? {} : { about }) });
  }

  get total(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Those that are told; the last says how many more there are. */
  get all(): Finding[] {
    const more = [...this.#counts].filter(([, count]) => count > MOST_OF_A_KIND);
    return [
      ...this.#told,
      ...more.map(([code, count]) => ({
        code,
        message: `… and ${count - MOST_OF_A_KIND} more of this kind`,
      })),
    ];
  }
}

/** Ends an audit: nothing behind this can be read. */
export class AuditEnd extends Error {
  constructor(
    readonly code: FindingCode,
    message: string,
    readonly about?: string,
  ) {
    super(message);
  }
}

/** A delivery is tried so often; with the pauses between them that takes about 16 hours. */
export const MOST_ATTEMPTS = 9;

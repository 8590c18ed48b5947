/** Files that one process sends at the same time; each holds a file descriptor, or one or two connections to the store. */
export const DOWNLOADS_AT_ONCE = 512;

/** Version of Cairn, the same as in the packages' manifests. */
export const VERSION = '0.1.0';

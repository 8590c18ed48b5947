/** What a command sees of the process that it runs in. */
export type CliWorld = Pick<NodeJS.Process, 'env' | 'stdin' | 'stdout' | 'stderr'>;

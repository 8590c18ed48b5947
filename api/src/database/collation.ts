/**
 * Texts are compared character by character, and a space at the end counts: hashes, ids and the keys of names are what
 * they are. Both servers have such an order, under names of their own.
 */
export const COLLATION = { mysql: 'utf8mb4_0900_bin', mariadb: 'utf8mb4_nopad_bin' } as const;

/**
 * SQL for "is stored as LIVE", where the rows are named already. Said so that no index is used for it: SQLite would rather
 * read every lease that is live than those of a few groups.
 */
export const IS_LIVE = "case when state = 'LIVE' then 1 else 0 end = 1";

/** What an input group's file is, for integrators. */
export const INPUT_FILE_FORMAT =
  'CSV, UTF-8: values decimal, negative, `0x` hex or short strings in single quotes; `#` comments; rows are joined in order; at most 2^20 values';

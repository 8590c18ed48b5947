/** What a program's archive is, for integrators. */
export const PROGRAM_ARCHIVE_FORMAT =
  'A `.tar` (gzip allowed) of a Cairo package: `Scarb.toml`, `src/`, `README.md`, and the built executable where it has dependencies that the server does not fetch';

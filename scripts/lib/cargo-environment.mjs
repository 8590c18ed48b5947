/** Variables that go before `.cargo/config.toml`, and would make another build of it than the one that is kept. */
const overriding = [
  'CARGO_BUILD_RUSTFLAGS',
  'CARGO_BUILD_TARGET',
  'CARGO_BUILD_TARGET_DIR',
  'CARGO_ENCODED_RUSTFLAGS',
  'CARGO_TARGET_DIR',
  'RUSTC_WRAPPER',
  'RUSTC_WORKSPACE_WRAPPER',
  'RUSTFLAGS',
];

/**
 * The environment for Cargo: this one, without what would override the generated configuration.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {NodeJS.ProcessEnv}
 */
export function cargoEnvironment(env = process.env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !overriding.includes(name)));
}

/** Variables that go before `.cargo/config.toml`, and would make another build of it than the one that is kept. */
const overriding =
  /^(CARGO_ENCODED_RUSTFLAGS|CARGO_TARGET_DIR|CARGO_TARGET_.*_RUSTFLAGS|CARGO_PROFILE_.*|CARGO_BUILD_(?!JOBS$).*|RUSTC_(WORKSPACE_)?WRAPPER|RUSTFLAGS)$/;

/**
 * The environment for Cargo: this one, without what would override the generated configuration.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {NodeJS.ProcessEnv}
 */
export function cargoEnvironment(env = process.env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !overriding.test(name)));
}

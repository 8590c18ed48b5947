import { cargoEnvironment } from './cargo-environment.mjs';

test('keeps what Cargo needs and drops what would make another build', () => {
  const kept = {
    PATH: '/bin',
    CARGO_HOME: '/c',
    CARGO_BUILD_JOBS: '1',
    CARGO_TERM_COLOR: 'never',
    RUSTUP_HOME: '/r',
  };
  const dropped = {
    RUSTFLAGS: '-g',
    CARGO_ENCODED_RUSTFLAGS: '-g',
    CARGO_TARGET_DIR: '/t',
    CARGO_BUILD_TARGET_DIR: '/t',
    CARGO_BUILD_BUILD_DIR: '/t',
    CARGO_BUILD_RUSTFLAGS: '-g',
    CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_RUSTFLAGS: '-g',
    CARGO_PROFILE_RELEASE_OPT_LEVEL: '0',
    RUSTC_WRAPPER: 'sccache',
    RUSTC_WORKSPACE_WRAPPER: 'x',
  };
  expect(cargoEnvironment({ ...kept, ...dropped })).toEqual(kept);
});

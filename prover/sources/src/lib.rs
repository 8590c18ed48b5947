//! Nothing is built from here: `Cargo.toml` only pins and locks sources.

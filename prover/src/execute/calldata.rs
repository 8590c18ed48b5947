//! How an input group becomes the arguments of `main`.

use cairo_lang_runner::Arg;
use clap::ValueEnum;
use serde::Deserialize;

use crate::felt::Felt;

/// How the values are handed to `main`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Calldata {
    /// The whole group as one `Array<felt252>`.
    Array,
    /// The values as they are, deserialized into the parameters one after the other.
    Raw,
}

impl Calldata {
    /// The arguments: with their number in front for an array, as Cairo's `Serde` has it.
    pub fn arguments(self, values: &[Felt]) -> Vec<Arg> {
        let length = match self {
            Self::Array => Some(Felt::from(values.len())),
            Self::Raw => None,
        };
        length
            .into_iter()
            .chain(values.iter().copied())
            .map(Arg::Value)
            .collect()
    }
}

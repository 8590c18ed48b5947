//! Which input: a proof shows a program's output only, so the output must name the input.

use clap::ValueEnum;
use serde::Deserialize;

use super::{Invalid, Reason, Verdict};
use crate::felt::{to_hex, Felt};
use crate::input_group::InputGroup;

/// How a program's output names its input.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Binding {
    /// The first output value is `poseidon_hash_span` of the input.
    #[default]
    Poseidon,
    /// The output starts with the number of input values and then the values.
    Echo,
    /// It does not: the proof is not bound to any input.
    None,
}

impl Binding {
    /// The name on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Poseidon => "poseidon",
            Self::Echo => "echo",
            Self::None => "none",
        }
    }
}

/// Compares the output's start with the input. Both forms say how long they are, so that no
/// input can pass for the start of another.
pub(crate) fn check(output: &[Felt], input: &InputGroup, binding: Binding) -> Verdict<()> {
    let expected = match binding {
        Binding::None => return Ok(()),
        Binding::Poseidon => vec![*input.commitment()],
        Binding::Echo => [&[Felt::from(input.values().len())], input.values()].concat(),
    };
    if output.starts_with(&expected) {
        return Ok(());
    }
    let found = output.first().map_or_else(|| "nothing".to_owned(), to_hex);
    let message = match binding {
        Binding::Poseidon => format!(
            "its first output value is {found}; expected {}, the commitment to this input",
            to_hex(&expected[0])
        ),
        _ => format!(
            "its output does not start with the {} values of this input",
            input.values().len()
        ),
    };
    Err(Invalid::new(Reason::WrongInput, message))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(numbers: &[u32]) -> InputGroup {
        InputGroup::new(numbers.iter().map(|number| Felt::from(*number)).collect())
    }

    #[test]
    fn echo_is_prefixed_by_its_length() {
        let reason = |output: &[u32], input: &[u32]| {
            check(group(output).values(), &group(input), Binding::Echo)
                .err()
                .map(|invalid| invalid.reason)
        };
        assert_eq!(reason(&[2, 7, 8, 99], &[7, 8]), None);
        assert_eq!(reason(&[2, 7, 8, 99], &[7]), Some(Reason::WrongInput));
        assert_eq!(reason(&[7, 8, 99], &[7, 8]), Some(Reason::WrongInput));
        assert_eq!(reason(&[2, 7], &[7, 8]), Some(Reason::WrongInput));
        assert_eq!(reason(&[], &[]), Some(Reason::WrongInput));
        assert_eq!(reason(&[0], &[]), None);
    }

    #[test]
    fn poseidon_is_the_first_value() {
        let input = group(&[1, 2, 3]);
        let output = [*input.commitment(), Felt::from(5u32)];
        assert!(check(&output, &input, Binding::Poseidon).is_ok());
        assert!(check(&output, &group(&[1, 2]), Binding::Poseidon).is_err());
        assert!(check(&output[1..], &input, Binding::Poseidon).is_err());
        assert!(check(&[], &input, Binding::Poseidon).is_err());
        assert!(check(&[], &input, Binding::None).is_ok());
    }
}

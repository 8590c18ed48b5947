//! Why a proof is refused.

use serde_json::{json, Value};

/// The stable reasons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    Malformed,
    WeakParameters,
    UnknownPreprocessedRoot,
    WrongProgram,
    WrongInput,
    InvalidProof,
}

impl Reason {
    /// The name on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Malformed => "MALFORMED",
            Self::WeakParameters => "WEAK_PARAMETERS",
            Self::UnknownPreprocessedRoot => "UNKNOWN_PREPROCESSED_ROOT",
            Self::WrongProgram => "WRONG_PROGRAM",
            Self::WrongInput => "WRONG_INPUT",
            Self::InvalidProof => "INVALID_PROOF",
        }
    }
}

/// A refusal.
#[derive(Debug, Clone)]
pub struct Invalid {
    pub reason: Reason,
    pub message: String,
}

impl Invalid {
    /// A refusal with what is wrong and what was expected.
    pub fn new(reason: Reason, message: impl Into<String>) -> Self {
        Self {
            reason,
            message: message.into(),
        }
    }

    /// A refusal because the proof does not hold.
    pub fn proof(message: impl Into<String>) -> Self {
        Self::new(Reason::InvalidProof, message)
    }

    /// The answer line's value.
    pub fn to_json(&self) -> Value {
        let mut message = self.message.trim_end_matches('.').to_owned();
        if let Some(first) = message.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        json!({ "valid": false, "reason": self.reason.name(), "message": format!("{message}.") })
    }
}

/// The result of a check.
pub type Verdict<T> = Result<T, Invalid>;

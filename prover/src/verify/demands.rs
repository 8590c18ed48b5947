//! What a caller demands of a proof besides that it holds.

use super::Binding;
use crate::prove::SECURITY_BITS;

/// How the output must name the input, and how hard the proof must be to forge.
#[derive(Debug, Clone, Copy)]
pub struct Demands {
    pub binding: Binding,
    /// At least [`SECURITY_BITS`] is always demanded: a smaller number loosens nothing.
    pub security_bits: u32,
}

impl From<Binding> for Demands {
    fn from(binding: Binding) -> Self {
        Self {
            binding,
            security_bits: SECURITY_BITS,
        }
    }
}

//! One instance of `ec_op`: `r = p + m * q` on the Stark curve, by doubling and adding.

use starknet_types_core::curve::{AffinePoint, ProjectivePoint};

use crate::felt::{from_words, Felt};
use crate::replay::memory::Cells;

const SCALAR_BITS: usize = 252;

/// Checks the instance at an address: no step of the chain may add points of the same
/// x-coordinate, which the formulas of the table cannot.
pub(super) fn check(cells: &Cells<'_>, at: i64) -> Result<(), String> {
    let felt = |index: i64| -> Result<Felt, String> {
        from_words(&cells.words(at + index)?).ok_or_else(|| "a coordinate outside the field".into())
    };
    let point = |index: i64| -> Result<ProjectivePoint, String> {
        let affine = AffinePoint::new(felt(index)?, felt(index + 1)?);
        let affine = affine.map_err(|_| "an elliptic-curve operation on what is no point")?;
        ProjectivePoint::from_affine(affine.x(), affine.y()).map_err(|_| "no point".into())
    };
    let (mut sum, mut doubled) = (point(0)?, point(2)?);
    let scalar = felt(4)?.to_bits_le();
    for bit in &scalar[..SCALAR_BITS] {
        if sum.x() * doubled.z() == doubled.x() * sum.z() {
            return Err("an elliptic-curve operation that the builtin does not have".into());
        }
        if *bit {
            sum += &doubled;
        }
        doubled = doubled.double();
    }
    Ok(())
}

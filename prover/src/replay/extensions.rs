//! The instructions beyond the plain ones: Blake2s compression and arithmetic in QM31.

use stwo::core::fields::m31::{M31, P};
use stwo::core::fields::qm31::QM31;
use stwo_cairo_adapter::decode::{Instruction, OpcodeExtension};

use super::machine::Operands;
use super::memory::{to_u128, Cells, Words};

const STATE_WORDS: i64 = 8;
const MESSAGE_WORDS: i64 = 16;
/// A QM31 number is packed into four limbs of this many bits.
const LIMB_BITS: usize = 36;

/// Checks an instruction of an extension.
pub(super) fn check(
    cells: &Cells<'_>,
    instruction: &Instruction,
    operands: &Operands,
    ap: u32,
) -> Result<(), String> {
    match instruction.opcode_extension {
        OpcodeExtension::Stone => Ok(()),
        OpcodeExtension::QM31Operation => check_qm31(instruction, operands),
        OpcodeExtension::Blake | OpcodeExtension::BlakeFinalize => {
            check_blake(cells, instruction, operands, ap)
        }
    }
}

/// The prover computes the compression itself, from words of 32 bits: that they are is checked.
fn check_blake(
    cells: &Cells<'_>,
    instruction: &Instruction,
    operands: &Operands,
    ap: u32,
) -> Result<(), String> {
    let Instruction {
        op_1_base_fp,
        op_1_base_ap,
        opcode_call,
        opcode_ret,
        ..
    } = *instruction;
    let Instruction {
        res_add,
        res_mul,
        op_1_imm,
        opcode_assert_eq,
        ..
    } = *instruction;
    if !(op_1_base_fp ^ op_1_base_ap)
        || op_1_imm
        || opcode_call
        || opcode_ret
        || res_add
        || res_mul
        || opcode_assert_eq
    {
        return Err("a Blake instruction that does not exist".into());
    }
    let is_word = |words: &Words| words[1..] == [0; 7];
    let pointer = |words: &Words| {
        is_word(words)
            .then_some(i64::from(words[0]))
            .ok_or("a Blake pointer is no address")
    };
    let ranges = [
        (pointer(&operands.op0)?, STATE_WORDS),
        (pointer(&operands.op1)?, MESSAGE_WORDS),
        (cells.pointer(i64::from(ap))?, STATE_WORDS),
    ];
    let mut all_words = is_word(&operands.dst);
    for (start, length) in ranges {
        for address in start..start + length {
            all_words &= is_word(&cells.words(address)?);
        }
    }
    all_words
        .then_some(())
        .ok_or_else(|| "a Blake instruction reads what is no 32-bit word".into())
}

fn check_qm31(instruction: &Instruction, operands: &Operands) -> Result<(), String> {
    let Instruction {
        op_1_imm,
        op_1_base_fp,
        op_1_base_ap,
        res_add,
        res_mul,
        ..
    } = *instruction;
    if !(op_1_imm || op_1_base_fp || op_1_base_ap)
        || !instruction.opcode_assert_eq
        || !(res_add ^ res_mul)
    {
        return Err("a QM31 instruction that does not exist".into());
    }
    let unpacked = (
        unpack(&operands.dst),
        unpack(&operands.op0),
        unpack(&operands.op1),
    );
    let (Some(dst), Some(op0), Some(op1)) = unpacked else {
        return Err("a QM31 instruction reads what is no QM31 number".into());
    };
    let result = if res_add { op0 + op1 } else { op0 * op1 };
    (dst == result)
        .then_some(())
        .ok_or_else(|| "a QM31 assertion does not hold".into())
}

/// The number that a felt packs; every limb must be below the prime.
fn unpack(words: &Words) -> Option<QM31> {
    let low = to_u128(&[words[0], words[1], words[2], words[3], 0, 0, 0, 0])?;
    if words[5..] != [0; 3] || words[4] >> (4 * LIMB_BITS - 128) != 0 {
        return None;
    }
    let bit = |at: usize| {
        if at < 128 {
            (low >> at) & 1
        } else {
            u128::from(words[4] >> (at - 128)) & 1
        }
    };
    let limb = |index: usize| {
        (0..LIMB_BITS)
            .map(|at| bit(index * LIMB_BITS + at) << at)
            .sum::<u128>()
    };
    let limbs: Vec<u32> = (0..4)
        .map(limb)
        .filter_map(|limb| u32::try_from(limb).ok())
        .filter(|limb| *limb < P)
        .collect();
    let [a, b, c, d] = limbs[..] else { return None };
    Some(QM31::from_m31(M31(a), M31(b), M31(c), M31(d)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unpacks_four_limbs_of_36_bits() {
        let pack = |limbs: [u128; 4]| {
            let low = limbs[0] | limbs[1] << 36 | limbs[2] << 72 | limbs[3] << 108;
            let word = |index: u32| (low >> (32 * index)) as u32;
            [
                word(0),
                word(1),
                word(2),
                word(3),
                u32::try_from(limbs[3] >> 20).unwrap(),
                0,
                0,
                0,
            ]
        };
        let largest = u128::from(P - 1);
        let expected = QM31::from_m31(M31(1), M31(P - 1), M31(3), M31(P - 1));
        assert_eq!(unpack(&pack([1, largest, 3, largest])), Some(expected));
        assert_eq!(unpack(&pack([1, u128::from(P), 3, 4])), None);
        assert_eq!(unpack(&pack([1, 2, 3, 1 << 35])), None);
        assert_eq!(unpack(&[0, 0, 0, 0, 1 << 16, 0, 0, 0]), None);
    }
}

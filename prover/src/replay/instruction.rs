//! The instructions of the program, each decoded once.

use stwo_cairo_adapter::decode::{Instruction, OpcodeExtension};

use super::memory::{to_u128, Cells};

/// The highest bit of an instruction: three flags of the extension above 63 bits.
const INSTRUCTION_BITS: u32 = 65;

/// A cache of decoded instructions by address.
pub(super) struct Program<'a> {
    cells: &'a Cells<'a>,
    decoded: Vec<Option<Instruction>>,
}

impl<'a> Program<'a> {
    /// The program that fills the addresses from 1 up to `end`.
    pub fn new(cells: &'a Cells<'a>, end: usize) -> Self {
        Self {
            cells,
            decoded: vec![None; end],
        }
    }

    /// The instruction at an address.
    pub fn at(&mut self, pc: u32) -> Result<Instruction, String> {
        let place = self.decoded.get_mut(pc as usize).filter(|_| pc > 0);
        let place = place.ok_or_else(|| format!("pc {pc} lies outside the program"))?;
        if place.is_none() {
            let word = to_u128(&self.cells.words(i64::from(pc))?);
            let word = word.filter(|word| word >> INSTRUCTION_BITS == 0);
            let word = word.ok_or_else(|| format!("the value at pc {pc} is no instruction"))?;
            *place = Some(check(Instruction::decode(word), pc)?);
        }
        Ok(place.clone().expect("it was decoded just now"))
    }
}

/// Refuses what the VM does not execute.
fn check(instruction: Instruction, pc: u32) -> Result<Instruction, String> {
    let at_most_one = |flags: &[bool]| flags.iter().filter(|flag| **flag).count() <= 1;
    let Instruction {
        op_1_imm,
        op_1_base_fp,
        op_1_base_ap,
        res_add,
        res_mul,
        ..
    } = instruction;
    let Instruction {
        pc_update_jump,
        pc_update_jump_rel,
        pc_update_jnz,
        ..
    } = instruction;
    let Instruction {
        ap_update_add,
        ap_update_add_1,
        ..
    } = instruction;
    let Instruction {
        opcode_call,
        opcode_ret,
        opcode_assert_eq,
        ..
    } = instruction;
    let is_stone = matches!(instruction.opcode_extension, OpcodeExtension::Stone);
    let plain = !(res_add || res_mul);
    let valid = at_most_one(&[op_1_imm, op_1_base_fp, op_1_base_ap])
        && at_most_one(&[res_add, res_mul])
        && at_most_one(&[pc_update_jump, pc_update_jump_rel, pc_update_jnz])
        && at_most_one(&[ap_update_add, ap_update_add_1])
        && at_most_one(&[opcode_call, opcode_ret, opcode_assert_eq])
        && (!op_1_imm || instruction.offset2 == 1)
        && (!pc_update_jnz || (plain && !opcode_assert_eq && !ap_update_add))
        && (!opcode_call || !(ap_update_add || ap_update_add_1))
        && (is_stone || !(pc_update_jump || pc_update_jump_rel || pc_update_jnz || ap_update_add));
    valid
        .then_some(instruction)
        .ok_or_else(|| format!("the value at pc {pc} is no instruction"))
}

//! The Cairo machine over a memory that is already written: every step only compares.

use cairo_vm::vm::trace::trace_entry::RelocatedTraceEntry;
use stwo_cairo_adapter::decode::{Instruction, OpcodeExtension};

use super::extensions;
use super::instruction::Program;
use super::memory::{Cells, Words};
use super::operands::{add, distance, multiply};

/// `pc` of the first instruction, and of the jump to itself that ends every run.
const INITIAL_PC: u32 = 1;
const FINAL_PC: u32 = 5;
/// Between program and stack stand the two cells of the safe call.
const SAFE_CALL_CELLS: u32 = 2;

/// The registers, and what they move over.
pub(super) struct Machine<'a> {
    cells: &'a Cells<'a>,
    program: Program<'a>,
    initial_ap: u32,
    pc: u32,
    ap: u32,
    fp: u32,
}

/// What an instruction reads.
pub(super) struct Operands {
    pub dst: Words,
    pub op0: Words,
    pub op1: Words,
}

impl<'a> Machine<'a> {
    /// The machine at the start of a run.
    pub fn start(cells: &'a Cells<'a>, initial_ap: u32) -> Result<Self, String> {
        let end = initial_ap
            .checked_sub(SAFE_CALL_CELLS)
            .filter(|end| *end > FINAL_PC);
        let end = end.filter(|_| (initial_ap as usize) < cells.len());
        let end = end.ok_or("its stack does not start after its program")?;
        let safe_call = [
            cells.words(i64::from(end))?,
            cells.words(i64::from(end) + 1)?,
        ];
        if safe_call != [pointer(initial_ap), pointer(0)] {
            return Err("its stack does not start as that of a whole program does".into());
        }
        let program = Program::new(cells, end as usize);
        Ok(Self {
            cells,
            program,
            initial_ap,
            pc: INITIAL_PC,
            ap: initial_ap,
            fp: initial_ap,
        })
    }

    /// The registers as they stand.
    pub fn state(&self) -> RelocatedTraceEntry {
        RelocatedTraceEntry {
            pc: self.pc as usize,
            ap: self.ap as usize,
            fp: self.fp as usize,
        }
    }

    /// Whether the run has ended.
    pub fn has_ended(&self) -> bool {
        self.pc == FINAL_PC && self.fp == self.initial_ap && self.ap >= self.initial_ap
    }

    /// Executes one instruction.
    pub fn step(&mut self) -> Result<(), String> {
        let instruction = self.program.at(self.pc)?;
        let operands = self.operands(&instruction)?;
        if !matches!(instruction.opcode_extension, OpcodeExtension::Stone) {
            extensions::check(self.cells, &instruction, &operands, self.ap)?;
            return self.advance(1 + u32::from(instruction.op_1_imm), &instruction);
        }
        let result = match (instruction.res_add, instruction.res_mul) {
            (true, _) => add(&operands.op0, &operands.op1),
            (_, true) => multiply(&operands.op0, &operands.op1),
            _ => operands.op1,
        };
        let size = 1 + u32::from(instruction.op_1_imm);
        self.check_opcode(&instruction, &operands, &result, size)?;
        self.update(&instruction, &operands, &result, size)
    }

    fn operands(&self, instruction: &Instruction) -> Result<Operands, String> {
        let base = |is_fp: bool| i64::from(if is_fp { self.fp } else { self.ap });
        let dst = self
            .cells
            .words(base(instruction.dst_base_fp) + i64::from(instruction.offset0))?;
        let op0_address = base(instruction.op0_base_fp) + i64::from(instruction.offset1);
        let op0 = self.cells.words(op0_address)?;
        let op1_base = match (
            instruction.op_1_imm,
            instruction.op_1_base_fp,
            instruction.op_1_base_ap,
        ) {
            (true, _, _) => i64::from(self.pc),
            (_, true, _) => i64::from(self.fp),
            (_, _, true) => i64::from(self.ap),
            _ => self.cells.pointer(op0_address)?,
        };
        let op1 = self
            .cells
            .words(op1_base + i64::from(instruction.offset2))?;
        Ok(Operands { dst, op0, op1 })
    }

    fn check_opcode(
        &self,
        instruction: &Instruction,
        operands: &Operands,
        result: &Words,
        size: u32,
    ) -> Result<(), String> {
        if instruction.opcode_assert_eq && operands.dst != *result {
            return Err(format!("the assertion at pc {} does not hold", self.pc));
        }
        let is_called_well =
            operands.op0 == pointer(self.pc + size) && operands.dst == pointer(self.fp);
        if instruction.opcode_call && !is_called_well {
            return Err(format!(
                "the call at pc {} does not note where it returns to",
                self.pc
            ));
        }
        Ok(())
    }

    fn update(
        &mut self,
        instruction: &Instruction,
        operands: &Operands,
        result: &Words,
        size: u32,
    ) -> Result<(), String> {
        let far = || format!("the instruction at pc {} leads out of the memory", self.pc);
        let relative = |words: &Words| distance(words).ok_or_else(far);
        let pc = if instruction.pc_update_jump {
            relative(result)?
        } else if instruction.pc_update_jump_rel {
            i64::from(self.pc) + relative(result)?
        } else if instruction.pc_update_jnz && operands.dst != [0; 8] {
            i64::from(self.pc) + relative(&operands.op1)?
        } else {
            i64::from(self.pc + size)
        };
        let ap = if instruction.opcode_call {
            i64::from(self.ap) + 2
        } else if instruction.ap_update_add {
            i64::from(self.ap) + relative(result)?
        } else {
            i64::from(self.ap) + i64::from(instruction.ap_update_add_1)
        };
        let fp = if instruction.opcode_call {
            i64::from(self.ap) + 2
        } else if instruction.opcode_ret {
            relative(&operands.dst)?
        } else {
            i64::from(self.fp)
        };
        let (pc, ap, fp) = (self.register(pc)?, self.register(ap)?, self.register(fp)?);
        (self.pc, self.ap, self.fp) = (pc, ap, fp);
        Ok(())
    }

    fn advance(&mut self, size: u32, instruction: &Instruction) -> Result<(), String> {
        self.pc = self.register(i64::from(self.pc + size))?;
        self.ap = self.register(i64::from(self.ap) + i64::from(instruction.ap_update_add_1))?;
        Ok(())
    }

    /// Registers point into the memory, or right after it.
    fn register(&self, value: i64) -> Result<u32, String> {
        let inside = u32::try_from(value)
            .ok()
            .filter(|value| *value > 0 && *value as usize <= self.cells.len());
        inside.ok_or_else(|| format!("the instruction at pc {} leads out of the memory", self.pc))
    }
}

fn pointer(value: u32) -> Words {
    [value, 0, 0, 0, 0, 0, 0, 0]
}

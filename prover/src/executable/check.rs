//! What an executable must be before anything is done with it.

use cairo_lang_casm::hints::{Hint, StarknetHint};
use cairo_lang_executable::executable::{EntryPointKind, Executable, ExecutableEntryPoint};
use cairo_vm::types::builtin_name::BuiltinName;
use num_bigint::BigInt;

use super::{program_hash, CheckedExecutable, MAX_WORDS};
use crate::failure::{Code, Failure, Outcome};
use crate::felt::{prime, Felt};

/// The builtins that can be proven, in the order of the public segments.
const PROVABLE: [BuiltinName; 9] = [
    BuiltinName::output,
    BuiltinName::pedersen,
    BuiltinName::range_check,
    BuiltinName::bitwise,
    BuiltinName::ec_op,
    BuiltinName::poseidon,
    BuiltinName::range_check96,
    BuiltinName::add_mod,
    BuiltinName::mul_mod,
];

/// `ap += n_builtins; call rel _; jmp rel 0`: how a standalone program starts and ends.
const ADD_AP: u64 = 0x0407_8001_7fff_7fff;
const CALL_RELATIVE: u64 = 0x1104_8001_8001_8000;
const JUMP_RELATIVE: u64 = 0x0107_8001_7fff_7fff;

/// Checks an executable whatever its origin.
///
/// # Errors
/// `EXECUTABLE_INVALID`, or `HINT_REFUSED` when it asks for Starknet.
pub fn check(executable: Executable) -> Outcome<CheckedExecutable> {
    let bytecode = bytecode(&executable.program.bytecode)?;
    let builtins = builtins(&executable)?;
    check_frame(&bytecode, builtins.len())?;
    check_hints(&executable, bytecode.len())?;
    let program_hash = program_hash(&bytecode);
    Ok(CheckedExecutable {
        executable,
        bytecode,
        builtins,
        program_hash,
    })
}

fn bytecode(words: &[BigInt]) -> Outcome<Vec<Felt>> {
    if words.len() > MAX_WORDS {
        return Err(invalid(format!(
            "{} words of bytecode; at most {MAX_WORDS}",
            words.len()
        )));
    }
    let prime = prime();
    if words.iter().any(|word| word.magnitude() >= &prime) {
        return Err(invalid("a word of the bytecode is outside the field"));
    }
    Ok(words.iter().map(Felt::from).collect())
}

fn builtins(executable: &Executable) -> Outcome<Vec<BuiltinName>> {
    let entry = standalone(executable)?;
    if let Some(builtin) = entry.builtins.iter().find(|name| place(name).is_none()) {
        return Err(invalid(format!(
            "it uses the builtin {}, which S-two does not prove; expected none but {}",
            builtin.to_str(),
            names(&PROVABLE)
        )));
    }
    let places: Vec<_> = entry.builtins.iter().filter_map(place).collect();
    if places.first() != Some(&0) || places.windows(2).any(|pair| pair[0] >= pair[1]) {
        return Err(invalid(format!(
            "builtins [{}]; expected output first and the others in their order",
            names(&entry.builtins)
        )));
    }
    Ok(entry.builtins.clone())
}

/// The entry point that runs by itself; the one for a bootloader beside it is not used.
fn standalone(executable: &Executable) -> Outcome<&ExecutableEntryPoint> {
    let mut entries = executable
        .entrypoints
        .iter()
        .filter(|entry| entry.kind == EntryPointKind::Standalone);
    let (Some(entry), None) = (entries.next(), entries.next()) else {
        return Err(invalid("expected exactly one standalone entry point"));
    };
    if entry.offset != 0 {
        return Err(invalid("expected the standalone entry point at offset 0"));
    }
    Ok(entry)
}

fn names(builtins: &[BuiltinName]) -> String {
    let names: Vec<_> = builtins.iter().map(|name| name.to_str()).collect();
    names.join(", ")
}

fn place(builtin: &BuiltinName) -> Option<usize> {
    PROVABLE.iter().position(|provable| provable == builtin)
}

fn check_frame(bytecode: &[Felt], n_builtins: usize) -> Outcome<()> {
    let frame = [
        (0, Felt::from(ADD_AP)),
        (1, Felt::from(n_builtins)),
        (2, Felt::from(CALL_RELATIVE)),
        (4, Felt::from(JUMP_RELATIVE)),
        (5, Felt::ZERO),
    ];
    if frame
        .iter()
        .all(|(offset, word)| bytecode.get(*offset) == Some(word))
    {
        return Ok(());
    }
    Err(invalid("it does not start as a standalone program does"))
}

fn check_hints(executable: &Executable, n_words: usize) -> Outcome<()> {
    for (offset, hints) in &executable.program.hints {
        if *offset >= n_words {
            return Err(invalid(format!(
                "a hint at offset {offset}, outside the bytecode"
            )));
        }
        for hint in hints {
            if let Hint::Starknet(hint) = hint {
                return Err(refused(hint));
            }
        }
    }
    Ok(())
}

fn refused(hint: &StarknetHint) -> Failure {
    let what = match hint {
        StarknetHint::SystemCall { .. } => "a Starknet system call",
        StarknetHint::Cheatcode { .. } => "a test cheatcode",
    };
    Failure::new(
        Code::HintRefused,
        format!("The program asks for {what}; a program here computes from its input alone."),
        "Remove what talks to Starknet, compile again.",
    )
}

fn invalid(why: impl Into<String>) -> Failure {
    Failure::new(
        Code::ExecutableInvalid,
        format!("The executable cannot be used: {}.", why.into()),
        "Compile it again with `scarb build` or `cairn-prover compile` (Cairo 2.15).",
    )
}

//! Files that are something else of Cairo's: their owner is told what, instead of which field is missing.

use std::collections::BTreeMap;

use serde::de::IgnoredAny;

/// A kind of file, the keys that show it, and what to do instead.
struct Kind {
    name: &'static str,
    keys: &'static [&'static str],
    help: &'static str,
}

const BUILD: &str =
    "Mark a function #[executable], build the package with an [executable] target, and use its *.executable.json.";

const KINDS: [Kind; 5] = [
    Kind {
        name: "a Cairo Zero program",
        keys: &["data", "identifiers", "main_scope"],
        help: "Cairo Zero is not supported: write the program in Cairo (2.15) with an #[executable] function.",
    },
    Kind {
        name: "a Starknet contract class",
        keys: &["sierra_program", "entry_points_by_type"],
        help: "Contracts are not supported: write what is to be computed as an #[executable] function.",
    },
    Kind {
        name: "a compiled Starknet contract",
        keys: &["bytecode", "entry_points_by_type"],
        help: "Contracts are not supported: write what is to be computed as an #[executable] function.",
    },
    Kind {
        name: "a Sierra program of a library target",
        keys: &["version", "program"],
        help: BUILD,
    },
    Kind {
        name: "a Sierra program",
        keys: &["type_declarations", "libfunc_declarations", "funcs"],
        help: BUILD,
    },
];

const PIE: (&str, &str) = (
    "an archive, perhaps a Cairo PIE",
    "A PIE is a run of a program; what is needed here is the program: its *.executable.json.",
);

/// What a file that is no executable is, and what to do about it.
pub(super) fn recognize(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    if bytes.starts_with(b"PK") {
        return Some(PIE);
    }
    let keys: BTreeMap<String, IgnoredAny> = serde_json::from_slice(bytes).ok()?;
    if keys.contains_key("entrypoints") {
        return None;
    }
    let mut kinds = KINDS.iter();
    let kind = kinds.find(|kind| kind.keys.iter().all(|key| keys.contains_key(*key)))?;
    Some((kind.name, kind.help))
}

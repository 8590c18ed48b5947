//! Executables as `scarb build` may write them: Scarb's own writer is `Executable` of `cairo-lang-executable`
//! under serde, with the package's annotations; and files that are something else of Cairo's.

use serde_json::{json, Value};

use crate::binary::run;
use crate::fixtures::{dry_run, executable, input, scratch, text, write, INPUT};

/// The fixture's executable as another writer would put it.
fn rewritten(program: &str) -> Value {
    let file = std::fs::read(executable(program)).unwrap();
    let mut json: Value = serde_json::from_slice(&file).unwrap();
    json["entrypoints"].as_array_mut().unwrap().reverse();
    json["debug_info"]["annotations"]["github.com/software-mansion/cairo-coverage"] =
        json!({ "statements_code_locations": { "0": [["lib.cairo", [1, 2], true]] } });
    json
}

#[test]
fn debug_info_and_order_change_nothing() {
    let folder = scratch();
    for program in ["builtins", "rarities", "sums"] {
        let honest = dry_run(&executable(program), &input(INPUT), &[]).done();
        let mut json = rewritten(program);
        let other = write(folder.path(), "other.json", json.to_string());
        let mut ran = vec![dry_run(&other, &input(INPUT), &[]).done()];
        json["debug_info"] = json!([1, "what is in it is not read"]);
        let strange = write(folder.path(), "strange.json", json.to_string());
        ran.push(dry_run(&strange, &input(INPUT), &[]).done());
        json.as_object_mut().unwrap().remove("debug_info");
        json["program"]["prime"] =
            "0x800000000000011000000000000000000000000000000000000000000000001".into();
        let bare = write(
            folder.path(),
            "bare.json",
            serde_json::to_vec_pretty(&json).unwrap(),
        );
        ran.push(dry_run(&bare, &input(INPUT), &[]).done());
        for ran in ran {
            for field in [
                "programHash",
                "inputCommitment",
                "steps",
                "output",
                "builtins",
            ] {
                assert_eq!(ran.answer[field], honest.answer[field], "{program} {field}");
            }
        }
    }
}

#[test]
fn every_builtin_that_can_be_proven_is_in_use_somewhere() {
    let used = |program: &str| {
        dry_run(&executable(program), &input(INPUT), &[])
            .done()
            .answer["builtins"]
            .clone()
    };
    let (builtins, rarities) = (used("builtins"), used("rarities"));
    let provable = [
        "pedersen",
        "range_check",
        "bitwise",
        "ec_op",
        "poseidon",
        "range_check96",
        "add_mod",
        "mul_mod",
    ];
    for name in provable {
        let count = [&builtins[name], &rarities[name]];
        assert!(
            count.iter().any(|count| count.as_u64() > Some(0)),
            "{name}: {builtins} {rarities}"
        );
    }
}

#[test]
fn a_bootloaders_entry_point_alone_does_not_do() {
    let folder = scratch();
    let mut json = rewritten("sums");
    let entries = json["entrypoints"].as_array_mut().unwrap();
    entries.retain(|entry| entry["kind"] == "Bootloader");
    let path = write(folder.path(), "bootloader.json", json.to_string());
    let failed = dry_run(&path, &input(INPUT), &[]).failed("EXECUTABLE_INVALID", 2);
    assert!(failed.answer["error"]["message"]
        .to_string()
        .contains("standalone entry point"));
}

#[test]
fn what_is_not_proven_is_refused_before_it_runs() {
    let folder = scratch();
    for builtin in ["ecdsa", "keccak", "segment_arena"] {
        let mut json = rewritten("sums");
        json["entrypoints"][1]["builtins"] = json!(["output", builtin, "poseidon"]);
        let path = write(folder.path(), "builtin.json", json.to_string());
        let failed = dry_run(&path, &input(INPUT), &[]).failed("EXECUTABLE_INVALID", 2);
        let message = failed.answer["error"]["message"].to_string();
        assert!(
            message.contains(&format!(
                "the builtin {builtin}, which S-two does not prove"
            )),
            "{message}"
        );
        assert!(!failed
            .events
            .iter()
            .any(|event| event["phase"] == "execute"));
    }
}

#[test]
fn other_files_of_cairo_are_told_by_name() {
    let folder = scratch();
    let cases = [
        (
            json!({ "prime": "0x1", "data": [], "builtins": [], "hints": {}, "identifiers": {}, "main_scope": "__main__",
                "reference_manager": {}, "attributes": [], "compiler_version": "0.13.1", "debug_info": null }),
            "a Cairo Zero program",
        ),
        (
            json!({ "sierra_program": ["0x1"], "contract_class_version": "0.1.0", "entry_points_by_type": {}, "abi": [] }),
            "a Starknet contract class",
        ),
        (
            json!({ "prime": "0x1", "compiler_version": "2.15.0", "bytecode": [], "hints": [], "entry_points_by_type": {} }),
            "a compiled Starknet contract",
        ),
        (
            json!({ "version": 1, "program": { "type_declarations": [], "libfunc_declarations": [], "statements": [], "funcs": [] } }),
            "a Sierra program of a library target",
        ),
        (
            json!({ "type_declarations": [], "libfunc_declarations": [], "statements": [], "funcs": [] }),
            "a Sierra program.",
        ),
    ];
    let told = |bytes: &[u8], kind: &str| {
        let path = write(folder.path(), "file", bytes);
        let failed = run(["inspect", "--executable", text(&path)]).failed("EXECUTABLE_INVALID", 2);
        let message = failed.answer["error"]["message"].to_string();
        assert!(message.contains(&format!("it is {kind}")), "{message}");
        assert!(failed.answer["error"]["help"]
            .to_string()
            .contains("executable"));
    };
    for (json, kind) in cases {
        told(json.to_string().as_bytes(), kind);
    }
    told(b"PK\x03\x04...", "an archive, perhaps a Cairo PIE");
}

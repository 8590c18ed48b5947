//! Packages that compile, and those that do not.

use std::fs;
use std::path::Path;

use crate::binary::{run, Run};
use crate::fixtures::{package, scratch, text, write};

const MANIFEST: &str = "[package]\nname = \"probe\"\nversion = \"0.1.0\"\nedition = \"2024_07\"\n";
const MAIN: &str = "#[executable]\nfn main(x: felt252) -> felt252 { x + 1 }\n";

pub fn compile_in(folder: &Path, manifest: &str, sources: &[(&str, &str)]) -> Run {
    fs::write(folder.join("Scarb.toml"), manifest).unwrap();
    for (name, content) in sources {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    run([
        "compile",
        "--package",
        text(folder),
        "--output",
        text(&folder.join("out.json")),
    ])
}

fn compile(manifest: &str, sources: &[(&str, &str)]) -> Run {
    compile_in(scratch().path(), manifest, sources)
}

#[test]
fn modules_and_path_dependencies_compile() {
    let manifest = format!(
        "{MANIFEST}[dependencies]\ncairo_execute = \"2.15.0\"\nhelper = {{ path = \"helper\" }}\n"
    );
    let sources = [
        ("src/lib.cairo", "mod part;\n#[executable]\nfn main(x: felt252) -> felt252 { part::twice(helper::one(x)) }\n"),
        ("src/part.cairo", "pub fn twice(x: felt252) -> felt252 { 2 * x }\n"),
        ("helper/Scarb.toml", "[package]\nname = \"helper\"\nversion = \"0.1.0\"\nedition = \"2024_07\"\n"),
        ("helper/src/lib.cairo", "pub fn one(x: felt252) -> felt252 { x + 1 }\n"),
    ];
    compile(&manifest, &sources).done();
}

#[test]
fn a_named_function_is_chosen() {
    let two =
        "#[executable]\nfn first() -> felt252 { 1 }\n#[executable]\nfn second() -> felt252 { 2 }\n";
    let failed = compile(MANIFEST, &[("src/lib.cairo", two)]).failed("COMPILATION_FAILED", 2);
    assert!(failed.answer["error"]["diagnostics"]
        .as_str()
        .unwrap()
        .contains("probe::second"));
    compile(
        &format!("{MANIFEST}[executable]\nfunction = \"probe::second\"\n"),
        &[("src/lib.cairo", two)],
    )
    .done();
}

#[test]
fn diagnostics_are_the_compilers_own() {
    let failed = compile(
        MANIFEST,
        &[(
            "src/lib.cairo",
            "#[executable]\nfn main() -> felt252 { nonsense }\n",
        )],
    )
    .failed("COMPILATION_FAILED", 2);
    let diagnostics = failed.answer["error"]["diagnostics"].as_str().unwrap();
    assert!(
        diagnostics.contains("Identifier not found"),
        "{diagnostics}"
    );
    assert!(
        diagnostics.contains("--> probe/src/lib.cairo:2:24"),
        "{diagnostics}"
    );
    assert!(failed.stderr.contains("Identifier not found"));
    let told: Vec<_> = failed
        .events
        .iter()
        .filter(|event| event["event"] == "diagnostic")
        .collect();
    let [told] = told[..] else { panic!("{told:?}") };
    assert_eq!(
        (&told["severity"], &told["code"]),
        (&"error".into(), &"E0006".into())
    );
    assert_eq!(told["file"], "probe/src/lib.cairo");
    assert_eq!(
        (told["line"].as_u64(), told["column"].as_u64()),
        (Some(2), Some(24))
    );
    assert_eq!(told["message"], "Identifier not found.");
}

#[test]
fn warnings_are_told_and_stop_nothing() {
    let source = "#[executable]\nfn main() -> felt252 { let unused = 1; 2 }\n";
    let done = compile(MANIFEST, &[("src/lib.cairo", source)]).done();
    let told = done
        .events
        .iter()
        .find(|event| event["event"] == "diagnostic");
    assert_eq!(told.unwrap()["severity"], "warning");
    assert!(done.stderr.contains("Unused variable"), "{}", done.stderr);
}

#[test]
fn nothing_to_execute_is_told() {
    let failed =
        compile(MANIFEST, &[("src/lib.cairo", "fn main() {}\n")]).failed("COMPILATION_FAILED", 2);
    assert!(failed.answer["error"]["message"]
        .as_str()
        .unwrap()
        .contains("not found"));
}

#[test]
fn system_calls_are_refused_by_the_compiler() {
    let source = "#[executable]\nfn main() -> felt252 { starknet::get_block_number().into() }\n";
    let failed = compile(MANIFEST, &[("src/lib.cairo", source)]).failed("COMPILATION_FAILED", 2);
    assert!(failed.answer["error"]["message"]
        .as_str()
        .unwrap()
        .contains("Syscalls are not supported"));
}

#[test]
fn a_missing_module_is_not_looked_for_elsewhere() {
    let folder = scratch();
    // Where the process runs there is such a file; the compiler must not find it.
    fs::write(
        folder.path().join("secret.cairo"),
        "pub fn leaked() -> felt252 { 42 }\n",
    )
    .unwrap();
    let source = "mod secret;\n#[executable]\nfn main() -> felt252 { secret::leaked() }\n";
    let failed = compile_in(folder.path(), MANIFEST, &[("src/lib.cairo", source)])
        .failed("COMPILATION_FAILED", 2);
    let diagnostics = failed.answer["error"]["diagnostics"].as_str().unwrap();
    assert!(
        diagnostics.contains("Module file not found"),
        "{diagnostics}"
    );
}

#[test]
fn packages_that_are_none() {
    let lib = [("src/lib.cairo", MAIN)];
    let part = |run: Run, part: &str| {
        let failed = run.failed("PACKAGE_INVALID", 2);
        let message = failed.answer["error"]["message"].as_str().unwrap();
        assert!(message.contains(part), "{message}");
    };
    part(
        run([
            "compile",
            "--package",
            "/nowhere/at/all",
            "--output",
            "/tmp/x",
        ]),
        "no folder",
    );
    part(compile(MANIFEST, &[]), "no src/lib.cairo");
    part(compile("", &lib), "neither [package] nor [workspace]");
    let registry = format!("{MANIFEST}[dependencies]\nalexandria_math = \"0.1\"\nother = {{ git = \"https://example.org\" }}\n");
    part(
        compile(&registry, &lib),
        "alexandria_math (registry), other (git)",
    );
    let outside = format!("{MANIFEST}[dependencies]\nhelper = {{ path = \"..\" }}\n");
    part(compile(&outside, &lib), "outside the package's folder");
    let renamed = format!("{MANIFEST}[dependencies]\nhelper = {{ path = \".\" }}\n");
    part(compile(&renamed, &lib), "a package named probe");
    let folder = scratch();
    fs::write(folder.path().join("Scarb.toml"), MANIFEST).unwrap();
    fs::create_dir(folder.path().join("src")).unwrap();
    std::os::unix::fs::symlink("/etc/passwd", folder.path().join("src/lib.cairo")).unwrap();
    part(
        compile_in(folder.path(), MANIFEST, &[]),
        "src/lib.cairo is a link",
    );
    let folder = scratch();
    fs::create_dir(folder.path().join("src")).unwrap();
    write(folder.path(), "src/lib.cairo", MAIN);
    write(folder.path(), "elsewhere", MANIFEST);
    std::os::unix::fs::symlink("elsewhere", folder.path().join("Scarb.toml")).unwrap();
    let output = folder.path().join("output.json");
    let paths = [
        "compile",
        "--package",
        text(folder.path()),
        "--output",
        text(&output),
    ];
    part(run(paths), "Scarb.toml is a link");
}

#[test]
fn the_same_package_compiles_to_the_same_bytes_anywhere() {
    let folder = scratch();
    let copy = folder.path().join("elsewhere");
    fs::create_dir_all(copy.join("src")).unwrap();
    for file in ["Scarb.toml", "src/lib.cairo"] {
        fs::copy(package("builtins").join(file), copy.join(file)).unwrap();
    }
    let output = folder.path().join("copy.json");
    run([
        "compile",
        "--package",
        text(&copy),
        "--output",
        text(&output),
    ])
    .done();
    assert_eq!(
        fs::read(output).unwrap(),
        fs::read(crate::fixtures::executable("builtins")).unwrap()
    );
}

#[test]
fn a_source_that_nests_without_end_is_answered() {
    let deep = format!(
        "#[executable]\nfn main() -> felt252 {{ {}1{} }}\n",
        "(".repeat(200_000),
        ")".repeat(200_000)
    );
    let answered = compile(MANIFEST, &[("src/lib.cairo", &deep)]);
    assert!(
        matches!(answered.error_code(), "COMPILATION_FAILED" | "INTERNAL"),
        "{}",
        answered.answer
    );
    assert!(matches!(answered.code, Some(2 | 4)));
}

#[test]
fn an_oversized_source_file_is_named() {
    let long = format!("{MAIN}{}", " ".repeat(4 << 20));
    let failed = compile(
        MANIFEST,
        &[("src/lib.cairo", MAIN), ("src/long.cairo", &long)],
    )
    .failed("PACKAGE_INVALID", 2);
    let message = failed.answer["error"]["message"].as_str().unwrap();
    for part in ["src/long.cairo", &long.len().to_string(), "4194304"] {
        assert!(message.contains(part), "{message}");
    }
}

#[test]
fn sources_that_nest_without_end_are_the_packages_fault() {
    let (open, close) = ("(".repeat(20_000), ")".repeat(20_000));
    let deep = format!("#[executable]\nfn main(x: felt252) -> felt252 {{ {open}x{close} }}\n");
    let failed = compile(MANIFEST, &[("src/lib.cairo", &deep)]).failed("COMPILATION_FAILED", 2);
    let message = failed.answer["error"]["message"].as_str().unwrap();
    assert!(message.contains("stack overflowed"), "{message}");
}

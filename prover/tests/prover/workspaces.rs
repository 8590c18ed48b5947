//! Packages of several crates, as Scarb lays them out: workspaces, inheritance, features, several executables.

use std::fs;
use std::path::Path;

use crate::binary::{run, Run};
use crate::fixtures::{dry_run, scratch, text, write};

/// A workspace of two programs and two libraries, each with an edition and features of its own.
fn workspace(folder: &Path) {
    let files = [
        (
            "Scarb.toml",
            r#"
[workspace]
members = ["programs/*", "math"]
[workspace.package]
version = "1.2.3"
edition = "2024_07"
[workspace.dependencies]
cairo_execute = "2.15.0"
math = { path = "math" }
"#,
        ),
        (
            "programs/sum/Scarb.toml",
            r#"
[package]
name = "sum"
version.workspace = true
edition.workspace = true
[dependencies]
cairo_execute.workspace = true
math.workspace = true
old = { path = "../../old", features = ["ten"], default-features = false }
[dev-dependencies]
snforge_std = "0.40.0"
[executable]
function = "sum::main"
[[target.executable]]
name = "twice"
function = "sum::twice"
[cairo]
enable-gas = false
[features]
default = ["math/plus"]
"#,
        ),
        (
            "programs/sum/src/lib.cairo",
            "mod part;\n#[executable]\nfn main(x: felt252) -> felt252 { sum::part::all(x) }\n\
             #[executable]\nfn twice(x: felt252) -> felt252 { 2 * x }\n",
        ),
        (
            "programs/sum/src/part.cairo",
            "pub fn all(x: felt252) -> felt252 { math::add(x) + old::value() }\n",
        ),
        (
            "math/Scarb.toml",
            "[package]\nname = \"math\"\nversion.workspace = true\nedition.workspace = true\n\
             [dependencies]\nold = { path = \"../old\", default-features = false }\n\
             [features]\ndefault = []\nplus = [\"hundred\"]\nhundred = []\nunasked = []\n",
        ),
        (
            "math/src/lib.cairo",
            "#[cfg(feature: 'hundred')]\npub fn add(x: felt252) -> felt252 { x + 100 }\n\
             #[cfg(not(feature: 'hundred'))]\npub fn add(x: felt252) -> felt252 { x }\n\
             #[cfg(feature: 'unasked')]\nfn broken() { nonsense }\n",
        ),
        // The first edition: everything is visible, and the prelude is another.
        (
            "old/Scarb.toml",
            "[package]\nname = \"old\"\nversion = \"0.1.0\"\nedition = \"2023_01\"\n\
             [features]\ndefault = [\"thousand\"]\nten = []\nthousand = []\n",
        ),
        (
            "old/src/lib.cairo",
            "mod inner {\n    fn hidden() -> felt252 { 10 }\n}\n\
             #[cfg(feature: 'ten')]\nfn value() -> felt252 { inner::hidden() }\n\
             #[cfg(feature: 'thousand')]\nfn value() -> felt252 { 1000 }\n",
        ),
        (
            "programs/other/Scarb.toml",
            "[package]\nname = \"other\"\nversion = \"0.1.0\"\n[executable]\n",
        ),
        (
            "programs/other/src/lib.cairo",
            "#[executable]\nfn main() -> felt252 { 7 }\n",
        ),
    ];
    for (name, content) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
}

fn compile(folder: &Path, choice: &[&str]) -> Run {
    let output = folder.join("out.json");
    let command = [
        "compile",
        "--package",
        text(folder),
        "--output",
        text(&output),
    ];
    run([&command, choice].concat())
}

/// Compiles a choice and runs it on 5.
fn result(folder: &Path, choice: &[&str]) -> String {
    compile(folder, choice).done();
    let values = write(folder, "five.csv", "5\n");
    let executable = folder.join("out.json");
    let ran = dry_run(&executable, &values, &["--calldata", "raw"]).done();
    ran.answer["output"][0].as_str().unwrap().to_owned()
}

fn refused(run: Run, part: &str) {
    let failed = run.failed("PACKAGE_INVALID", 2);
    let message = failed.answer["error"]["message"].as_str().unwrap();
    assert!(message.contains(part), "{message}");
}

#[test]
fn each_crate_has_its_own_edition_features_and_dependencies() {
    let folder = scratch();
    workspace(folder.path());
    // 5 + 100 (a feature that a feature of the program asks for) + 10 (the default of a thousand is off).
    let chosen = ["--member", "sum", "--executable-name", "sum"];
    assert_eq!(result(folder.path(), &chosen), "0x73");
    assert_eq!(
        result(
            folder.path(),
            &["--member", "sum", "--executable-name", "twice"]
        ),
        "0xa"
    );
    assert_eq!(
        result(
            folder.path(),
            &["--member", "sum", "--executable-function", "sum::twice"]
        ),
        "0xa"
    );
}

#[test]
fn what_is_not_chosen_is_asked_for_by_name() {
    let folder = scratch();
    workspace(folder.path());
    let at = folder.path();
    refused(compile(at, &[]), "(other, sum); choose with --member");
    refused(compile(at, &["--member", "nobody"]), "no member nobody");
    refused(compile(at, &["--member", "old"]), "no member old");
    refused(
        compile(at, &["--member", "sum"]),
        "(sum, twice); choose with --executable-name",
    );
    refused(
        compile(at, &["--member", "sum", "--executable-name", "x"]),
        "it has no executable target x; it has sum, twice",
    );
    refused(
        compile(at, &["--member", "math", "--executable-name", "x"]),
        "it has no executable target x, and no other",
    );
    compile(at, &["--member", "sum", "--executable-function", "sum::x"])
        .failed("COMPILATION_FAILED", 2);
    // The only one with an executable is taken.
    fs::remove_dir_all(at.join("programs/other")).unwrap();
    refused(compile(at, &[]), "choose with --executable-name");
    assert_eq!(result(at, &["--executable-name", "twice"]), "0xa");
}

#[test]
fn a_package_outside_of_its_workspace_says_what_it_lacks() {
    let folder = scratch();
    workspace(folder.path());
    let alone = folder.path().join("programs/sum");
    refused(
        compile(&alone, &["--executable-name", "sum"]),
        "takes cairo_execute from a workspace",
    );
    let math = folder.path().join("math");
    refused(compile(&math, &[]), "takes the edition from a workspace");
    let manifest = "[package]\nname = \"math\"\n[dependencies]\nold = { path = \"../old\" }\n";
    write(&math, "Scarb.toml", manifest);
    refused(compile(&math, &[]), "old lies outside the package's folder");
}

#[test]
fn dependencies_that_cannot_be_had_are_named_wherever_they_stand() {
    let folder = scratch();
    workspace(folder.path());
    let manifest = |name: &str| folder.path().join(name).join("Scarb.toml");
    let choice = ["--member", "sum", "--executable-name", "sum"];
    let edit = |name: &str, from: &str, to: &str| {
        let content = fs::read_to_string(manifest(name)).unwrap();
        assert!(content.contains(from));
        fs::write(manifest(name), content.replace(from, to)).unwrap();
    };
    edit(
        "old",
        "[features]",
        "[dependencies]\nalexandria = \"0.4\"\nfar = { git = \"https://example.org\" }\n[features]",
    );
    refused(
        compile(folder.path(), &choice),
        "alexandria (registry), far (git)",
    );
    edit(
        "old",
        "alexandria = \"0.4\"\nfar = { git = \"https://example.org\" }",
        "",
    );
    edit("programs/sum", "\"ten\"", "\"eleven\"");
    refused(
        compile(folder.path(), &choice),
        "old asks for the feature eleven, but there is no such feature",
    );
    edit("programs/sum", "\"eleven\"", "\"ten\"");
    edit("programs/sum", "math/plus", "nobody/plus");
    refused(
        compile(folder.path(), &choice),
        "does not depend on that package",
    );
    edit("programs/sum", "nobody/plus", "math/plus");
    edit("old", "name = \"old\"", "name = \"sum\"");
    refused(compile(folder.path(), &choice), "is a package named sum");
    edit(
        "old",
        "[package]\nname = \"sum\"",
        "[cairo-plugin]\n[package]\nname = \"old\"",
    );
    refused(compile(folder.path(), &choice), "old is a procedural macro");
}

#[test]
fn an_error_in_a_dependency_is_told_as_its_own() {
    let folder = scratch();
    workspace(folder.path());
    write(
        folder.path(),
        "old/src/lib.cairo",
        "fn value() -> felt252 { nonsense }\n",
    );
    let failed = compile(
        folder.path(),
        &["--member", "sum", "--executable-name", "sum"],
    );
    let failed = failed.failed("COMPILATION_FAILED", 2);
    let told = failed
        .events
        .iter()
        .find(|event| event["event"] == "diagnostic")
        .unwrap();
    assert_eq!(
        (&told["file"], &told["line"]),
        (&"old/src/lib.cairo".into(), &1.into())
    );
}

#[test]
fn packages_may_depend_on_each_other() {
    let folder = scratch();
    for (name, other) in [("a", "b"), ("b", "a")] {
        fs::create_dir_all(folder.path().join(name).join("src")).unwrap();
        let manifest = format!(
            "[package]\nname = \"{name}\"\n[dependencies]\n{other} = {{ path = \"../{other}\" }}\n"
        );
        write(folder.path(), &format!("{name}/Scarb.toml"), manifest);
    }
    write(
        folder.path(),
        "Scarb.toml",
        "[workspace]\nmembers = [\"?\"]\n",
    );
    write(folder.path(), "a/src/lib.cairo", "#[executable]\nfn main(x: felt252) -> felt252 { b::f(x) }\npub fn one() -> felt252 { 1 }\n");
    write(
        folder.path(),
        "b/src/lib.cairo",
        "pub fn f(x: felt252) -> felt252 { x + a::one() }\n",
    );
    assert_eq!(result(folder.path(), &["--member", "a"]), "0x6");
}

//! Packs the Cairo core library into one compressed archive that the binary embeds.
//!
//! The library's sources come from the package that `sources/Cargo.toml` pins; Cargo's own
//! download, checked against the lock file, is the only thing read.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const PACKAGE: &str = "cairo-native";
const CORELIB_VERSION: &str = "2.15.0";

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=sources/Cargo.toml");
    println!("cargo:rerun-if-changed=sources/Cargo.lock");
    let corelib = corelib_folder();
    check_version(&corelib);
    let mut files = Vec::new();
    collect(&corelib.join("src"), Path::new(""), &mut files);
    files.sort();
    let archive = zstd::encode_all(&pack(&files)[..], 19).expect("the core library compresses");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("Cargo sets OUT_DIR"));
    fs::write(out.join("corelib.zst"), archive).expect("OUT_DIR is writable");
}

fn corelib_folder() -> PathBuf {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let folder = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("Cargo sets it"));
    // From the root folder: the patches in `.cargo/config.toml` are not for these packages.
    let output = Command::new(cargo)
        .current_dir("/")
        .args([
            "metadata",
            "--locked",
            "--format-version",
            "1",
            "--manifest-path",
        ])
        .arg(folder.join("sources").join("Cargo.toml"))
        .output()
        .expect("cargo metadata runs");
    assert!(
        output.status.success(),
        "cargo metadata of sources/Cargo.toml failed: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    let metadata: serde_json::Value =
        serde_json::from_slice(&output.stdout).expect("cargo metadata prints JSON");
    let packages = metadata["packages"].as_array().expect("packages is a list");
    let manifest = packages
        .iter()
        .find(|package| package["name"] == PACKAGE)
        .and_then(|package| package["manifest_path"].as_str())
        .expect("sources/Cargo.toml pins the package with the core library");
    Path::new(manifest).with_file_name("corelib")
}

fn check_version(corelib: &Path) {
    let manifest = fs::read_to_string(corelib.join("Scarb.toml")).expect("corelib has a manifest");
    assert!(
        manifest.contains(&format!("version = \"{CORELIB_VERSION}\"")),
        "the core library is not of version {CORELIB_VERSION}, the compiler's"
    );
}

fn collect(folder: &Path, prefix: &Path, files: &mut Vec<(String, Vec<u8>)>) {
    for entry in fs::read_dir(folder).expect("the core library is readable") {
        let entry = entry.expect("the core library is readable");
        let path = prefix.join(entry.file_name());
        if entry.path().is_dir() {
            collect(&entry.path(), &path, files);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "cairo")
        {
            let name = path.to_str().expect("the names are UTF-8").to_owned();
            files.push((
                name,
                fs::read(entry.path()).expect("the core library is readable"),
            ));
        }
    }
}

/// Name length, name, content length, content; lengths as 32-bit little endian.
fn pack(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut packed = Vec::new();
    for (name, content) in files {
        for bytes in [name.as_bytes(), content] {
            let length = u32::try_from(bytes.len()).expect("the files are small");
            packed.extend_from_slice(&length.to_le_bytes());
            packed.extend_from_slice(bytes);
        }
    }
    packed
}

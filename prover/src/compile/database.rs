//! The compiler's database: every crate under a root that does not exist, every file overridden.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use cairo_lang_compiler::db::RootDatabase;
use cairo_lang_executable_plugin::executable_plugin_suite;
use cairo_lang_filesystem::cfg::{Cfg, CfgSet};
use cairo_lang_filesystem::db::{
    files_group_input, init_dev_corelib, set_crate_configs_input, CrateConfigurationInput,
    CrateSettings, DependencySettings,
};
use cairo_lang_filesystem::ids::{CrateInput, DirectoryInput, FileInput};
use cairo_lang_utils::ordered_hash_map::OrderedHashMap;
use salsa::Setter;

use super::corelib;
use crate::failure::{Failure, Outcome};
use crate::package::Package;

/// Nothing can be below a device: a file that is not overridden is found missing, wherever the
/// process runs.
pub(super) const NOWHERE: &str = "/dev/null";

/// A database in which the package can be compiled, and the package's crate.
///
/// # Errors
/// `INTERNAL`.
pub(super) fn database(package: &Package) -> Outcome<(RootDatabase, CrateInput)> {
    let mut db = RootDatabase::builder()
        .skip_auto_withdraw_gas()
        .with_cfg(CfgSet::from_iter([
            Cfg::kv("gas", "disabled"),
            Cfg::kv("target", "executable"),
        ]))
        .with_default_plugin_suite(executable_plugin_suite())
        .build()
        .map_err(|error| Failure::internal(format!("the compiler does not start: {error}")))?;
    let core = Path::new(NOWHERE).join("core");
    init_dev_corelib(&mut db, core.clone());
    let mut overrides = OrderedHashMap::default();
    add_sources(&core, &corelib::sources()?, &mut overrides);
    let group = files_group_input(&db);
    let mut crates = group.crate_configs(&db).clone().unwrap_or_default();
    let main = add_crate(package, &mut crates, &mut overrides);
    set_crate_configs_input(&mut db, Some(crates));
    files_group_input(&db)
        .set_file_overrides(&mut db)
        .to(Some(overrides));
    Ok((db, main))
}

fn add_crate(
    package: &Package,
    crates: &mut OrderedHashMap<CrateInput, CrateConfigurationInput>,
    overrides: &mut OrderedHashMap<FileInput, Arc<str>>,
) -> CrateInput {
    let root = PathBuf::from(format!("{NOWHERE}/{}/src", package.name));
    add_sources(&root, &package.sources, overrides);
    let mut dependencies = BTreeMap::new();
    for dependency in &package.dependencies {
        add_crate(dependency, crates, overrides);
        dependencies.insert(
            dependency.name.clone(),
            DependencySettings {
                discriminator: None,
            },
        );
    }
    let input = CrateInput::Real {
        name: package.name.clone(),
        discriminator: None,
    };
    let settings = CrateSettings {
        edition: package.edition,
        dependencies,
        ..CrateSettings::default()
    };
    let root = DirectoryInput::Real(root);
    crates.insert(
        input.clone(),
        CrateConfigurationInput {
            root,
            settings,
            cache_file: None,
        },
    );
    input
}

fn add_sources(
    root: &Path,
    sources: &BTreeMap<String, String>,
    overrides: &mut OrderedHashMap<FileInput, Arc<str>>,
) {
    for (path, content) in sources {
        overrides.insert(
            FileInput::OnDisk(root.join(path)),
            Arc::from(content.as_str()),
        );
    }
}

//! The compiler's database: every crate under a root that does not exist, every file overridden.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use cairo_lang_compiler::db::RootDatabase;
use cairo_lang_executable_plugin::executable_plugin_suite;
use cairo_lang_filesystem::cfg::{Cfg, CfgSet};
use cairo_lang_filesystem::db::{
    files_group_input, init_dev_corelib, set_crate_configs_input, CrateConfigurationInput,
    CrateSettings, DependencySettings, ExperimentalFeaturesConfig,
};
use cairo_lang_filesystem::ids::{CrateInput, DirectoryInput, FileInput};
use cairo_lang_utils::ordered_hash_map::OrderedHashMap;
use salsa::Setter;

use super::corelib;
use crate::failure::{Failure, Outcome};
use crate::package::{Crate, Package};

/// Nothing can be below a device: a file that is not overridden is found missing, wherever the
/// process runs.
pub(super) const NOWHERE: &str = "/dev/null";

/// A database in which the package can be compiled, and its crates; the first is the program's own.
///
/// # Errors
/// `INTERNAL`.
pub(super) fn database(package: &Package) -> Outcome<(RootDatabase, Vec<CrateInput>)> {
    let mut db = RootDatabase::builder()
        .skip_auto_withdraw_gas()
        .with_cfg(CfgSet::from_iter(conditions()))
        .with_default_plugin_suite(executable_plugin_suite())
        .build()
        .map_err(|error| Failure::internal(format!("the compiler does not start: {error}")))?;
    let core = Path::new(NOWHERE).join("core");
    init_dev_corelib(&mut db, core.clone());
    let mut overrides = OrderedHashMap::default();
    add_sources(&core, &corelib::sources()?, &mut overrides);
    let group = files_group_input(&db);
    let mut configurations = group.crate_configs(&db).clone().unwrap_or_default();
    let mut crates = Vec::new();
    for member in &package.crates {
        let root = PathBuf::from(format!("{NOWHERE}/{}/src", member.name));
        add_sources(&root, &member.sources, &mut overrides);
        let input = CrateInput::Real {
            name: member.name.clone(),
            discriminator: None,
        };
        let configuration = CrateConfigurationInput {
            root: DirectoryInput::Real(root),
            settings: settings(member),
            cache_file: None,
        };
        configurations.insert(input.clone(), configuration);
        crates.push(input);
    }
    set_crate_configs_input(&mut db, Some(configurations));
    files_group_input(&db)
        .set_file_overrides(&mut db)
        .to(Some(overrides));
    Ok((db, crates))
}

/// What `#[cfg(…)]` sees in every crate, as Scarb has it for an executable.
fn conditions() -> [Cfg; 2] {
    [Cfg::kv("gas", "disabled"), Cfg::kv("target", "executable")]
}

fn settings(member: &Crate) -> CrateSettings {
    let names = member.dependencies.iter().chain([&member.name]);
    let features = member.features.iter().map(|name| Cfg::kv("feature", name));
    let allows = |feature: &str| {
        let mut features = member.experimental_features.iter();
        features.any(|name| name.replace('-', "_") == feature)
    };
    CrateSettings {
        edition: member.edition,
        // A crate's own conditions take the place of the database's.
        cfg_set: Some(CfgSet::from_iter(conditions().into_iter().chain(features))),
        dependencies: names.map(|name| (name.clone(), by_name())).collect(),
        experimental_features: ExperimentalFeaturesConfig {
            negative_impls: allows("negative_impls"),
            associated_item_constraints: allows("associated_item_constraints"),
            coupons: allows("coupons"),
            user_defined_inline_macros: allows("user_defined_inline_macros"),
            repr_ptrs: allows("repr_ptrs"),
        },
        ..CrateSettings::default()
    }
}

/// Every crate has a name of its own.
fn by_name() -> DependencySettings {
    DependencySettings {
        discriminator: None,
    }
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

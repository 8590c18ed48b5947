//! Leaves: the hash of one row of all columns, each stretched to the length of the longest.
//!
//! Columns come sorted by length, sixteen to a block. Rows that the short ones share are hashed once: a block is compressed
//! for as many rows as its longest column has, and its hashes are stretched for the next.

use std::array;
use std::ops::Range;

use rayon::prelude::*;
use stwo::core::fields::m31::BaseField;
use stwo::core::vcs::blake2_hash::Blake2sHash;
use stwo::core::vcs_lifted::merkle_hasher::MerkleHasherLifted;

use super::super::blake2s::{compress, Lanes, INITIAL, LANES, ZERO};
use super::{hashes, lifted};
use crate::verify::Hasher;

/// Values in a block.
const BLOCK: usize = 16;

/// The hashes of all rows.
///
/// # Arguments
/// `columns`: sorted by length, which is a power of two. `rows`: a power of two, not below the longest column's length.
pub(super) fn hash(columns: &[&[BaseField]], rows: usize) -> Vec<Blake2sHash> {
    match (columns.first(), columns.last()) {
        (Some(shortest), _) if shortest.len() < LANES => one_by_one(columns, rows),
        (Some(_), Some(longest)) => stretched(in_lanes(columns), log_ratio(longest.len(), rows)),
        _ => vec![Hasher::default().finalize()],
    }
}

/// For columns that are shorter than a register.
fn one_by_one(columns: &[&[BaseField]], rows: usize) -> Vec<Blake2sHash> {
    let row = |place: usize| -> Vec<BaseField> {
        let value = |column: &&[BaseField]| column[lifted(place, log_ratio(column.len(), rows))];
        columns.iter().map(value).collect()
    };
    let hash = |place: usize| {
        let mut hasher = Hasher::default();
        hasher.update_leaf(&row(place));
        hasher.finalize()
    };
    (0..rows).into_par_iter().map(hash).collect()
}

/// As many hashes as the longest column has values.
fn in_lanes(columns: &[&[BaseField]]) -> Vec<Blake2sHash> {
    let mut stages = stages(columns);
    let last = stages.pop().expect("there are columns");
    let mut before = Hashes::default();
    for stage in stages {
        let mut hashes = vec![INITIAL; stage.rows / LANES];
        let each = hashes.par_iter_mut().enumerate();
        each.for_each(|(at, hash)| *hash = stage.hash(columns, &before, at));
        before = Hashes(hashes);
    }
    let mut leaves = vec![Blake2sHash::default(); last.rows];
    let each = leaves.par_chunks_exact_mut(LANES).enumerate();
    each.for_each(|(at, leaves)| leaves.copy_from_slice(&hashes(&last.hash(columns, &before, at))));
    leaves
}

/// Blocks of columns whose longest are of one length, one after the other.
struct Stage {
    columns: Range<usize>,
    rows: usize,
}

fn stages(columns: &[&[BaseField]]) -> Vec<Stage> {
    let mut stages: Vec<Stage> = Vec::new();
    for first in (0..columns.len()).step_by(BLOCK) {
        let end = columns.len().min(first + BLOCK);
        let rows = columns[end - 1].len();
        match stages.last_mut() {
            Some(stage) if stage.rows == rows => stage.columns.end = end,
            _ => stages.push(Stage {
                columns: first..end,
                rows,
            }),
        }
    }
    stages
}

impl Stage {
    /// The hashes of a register's rows after this stage.
    #[inline]
    fn hash(&self, columns: &[&[BaseField]], before: &Hashes, at: usize) -> [Lanes; 8] {
        let mut hash = before.lifted(at, self.rows);
        for first in self.columns.clone().step_by(BLOCK) {
            let end = self.columns.end.min(first + BLOCK);
            let block = array::from_fn(|word| match columns[..end].get(first + word) {
                Some(column) => values(column, at * LANES, self.rows),
                None => ZERO,
            });
            hash = compress(&hash, &block, 4 * end as u32, end == columns.len());
        }
        hash
    }
}

/// A column's values from a place on, one a lane, when it is stretched to so many rows.
#[inline]
fn values(column: &[BaseField], place: usize, rows: usize) -> Lanes {
    if column.len() == rows {
        let values: &[BaseField; LANES] = column[place..][..LANES].try_into().expect("as long");
        return Lanes::from_array(values.map(|value| value.0));
    }
    let log_ratio = log_ratio(column.len(), rows);
    Lanes::from_array(array::from_fn(|lane| {
        column[lifted(place + lane, log_ratio)].0
    }))
}

/// What a stage leaves for the next: a register's rows together. None before the first.
#[derive(Default)]
struct Hashes(Vec<[Lanes; 8]>);

impl Hashes {
    /// The hashes of a register's rows, when they are stretched to so many.
    #[inline]
    fn lifted(&self, at: usize, rows: usize) -> [Lanes; 8] {
        let Self(hashes) = self;
        if hashes.is_empty() {
            return INITIAL;
        }
        let log_ratio = log_ratio(hashes.len() * LANES, rows);
        array::from_fn(|word| {
            Lanes::from_array(array::from_fn(|lane| {
                let row = lifted(at * LANES + lane, log_ratio);
                hashes[row / LANES][word][row % LANES]
            }))
        })
    }
}

fn stretched(leaves: Vec<Blake2sHash>, log_ratio: u32) -> Vec<Blake2sHash> {
    if log_ratio == 0 {
        return leaves;
    }
    let rows = (0..leaves.len() << log_ratio).into_par_iter();
    rows.map(|row| leaves[lifted(row, log_ratio)]).collect()
}

fn log_ratio(length: usize, rows: usize) -> u32 {
    (rows / length).ilog2()
}

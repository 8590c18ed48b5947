//! Where the parts of an encoded value lie: every number, list, option and section of it, by the name of its field.
//!
//! With it a mutation can be made of the bytes and still be one of a field, and every field gets its share, however few
//! of the bytes are its.

mod recorder;

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Serialize;

use recorder::Recorder;

/// What a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A number of fixed width, the index of a variant, or a truth value.
    Number,
    /// A list: eight bytes of length, then the elements.
    List,
    /// A byte, and what is there when it is 1.
    Optional,
    /// Fields one after the other.
    Section,
}

/// One part of the encoding.
#[derive(Debug, Clone)]
pub struct Part {
    pub span: Range<usize>,
    /// Where a list's elements lie; empty for all else.
    pub elements: Vec<Range<usize>>,
}

/// The parts of one kind that stand under one name.
#[derive(Debug)]
pub struct Class {
    pub name: String,
    pub parts: Vec<Part>,
}

/// All parts of a value's encoding (bincode, integers of fixed width).
pub struct Shape {
    classes: BTreeMap<Kind, Vec<Class>>,
}

impl Shape {
    pub fn of(value: &impl Serialize) -> Self {
        let mut recorder = Recorder::default();
        value
            .serialize(&mut recorder)
            .expect("a recorder writes down whatever it is shown");
        let mut classes: BTreeMap<Kind, Vec<Class>> = BTreeMap::new();
        for ((kind, name), parts) in recorder.parts {
            classes.entry(kind).or_default().push(Class { name, parts });
        }
        Self { classes }
    }

    /// The classes of a kind, in the order of their names.
    pub fn classes(&self, kind: Kind) -> &[Class] {
        self.classes.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// The parts of a kind under a name.
    pub fn named(&self, kind: Kind, name: &str) -> &[Part] {
        let classes = self.classes(kind);
        classes
            .binary_search_by(|class| class.name.as_str().cmp(name))
            .map_or(&[], |place| &classes[place].parts)
    }
}

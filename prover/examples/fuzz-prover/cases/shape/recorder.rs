//! A serializer that writes nothing, and notes where each part would stand.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::ops::Range;

use serde::ser::{self, Impossible, Serialize};

use super::{Kind, Part};

/// Tuples of more elements than this are arrays, whose elements share a name.
const MAX_TUPLE: usize = 4;
const LENGTH_BYTES: usize = 8;

#[derive(Default)]
pub(super) struct Recorder {
    pub parts: BTreeMap<(Kind, String), Vec<Part>>,
    path: String,
    at: usize,
}

/// Keys of maps, and variants with more than one field: nothing that is fuzzed has any.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(super) struct Unknown(String);

impl ser::Error for Unknown {
    fn custom<T: Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

type Noted = Result<(), Unknown>;

impl Recorder {
    fn note(&mut self, kind: Kind, start: usize, elements: Vec<Range<usize>>) {
        let span = start..self.at;
        let key = (kind, self.path.clone());
        let parts = self.parts.entry(key).or_default();
        parts.push(Part { span, elements });
    }

    fn number(&mut self, width: usize) -> Noted {
        let start = self.at;
        self.at += width;
        self.note(Kind::Number, start, Vec::new());
        Ok(())
    }

    /// What stands one step deeper.
    fn below<T: ?Sized + Serialize>(&mut self, step: &str, value: &T) -> Noted {
        let length = self.path.len();
        self.path.push_str(step);
        value.serialize(&mut *self)?;
        self.path.truncate(length);
        Ok(())
    }

    fn group(&mut self, arity: usize, is_list: bool) -> Group<'_> {
        let start = self.at;
        self.at += if is_list { LENGTH_BYTES } else { 0 };
        Group {
            recorder: self,
            start,
            arity,
            is_list,
            elements: Vec::new(),
        }
    }
}

macro_rules! numbers {
    ($($method:ident($type:ty)),* $(,)?) => {
        $(fn $method(self, _: $type) -> Noted { self.number(size_of::<$type>()) })*
    };
}

impl<'a> ser::Serializer for &'a mut Recorder {
    type Ok = ();
    type Error = Unknown;
    type SerializeSeq = Group<'a>;
    type SerializeTuple = Group<'a>;
    type SerializeTupleStruct = Group<'a>;
    type SerializeTupleVariant = Impossible<(), Unknown>;
    type SerializeMap = Impossible<(), Unknown>;
    type SerializeStruct = Group<'a>;
    type SerializeStructVariant = Impossible<(), Unknown>;

    numbers!(
        serialize_bool(bool),
        serialize_i8(i8),
        serialize_i16(i16),
        serialize_i32(i32),
        serialize_i64(i64),
        serialize_u8(u8),
        serialize_u16(u16),
        serialize_u32(u32),
        serialize_u64(u64),
        serialize_u128(u128),
        serialize_f32(f32),
        serialize_f64(f64),
        serialize_char(char),
    );

    fn serialize_str(self, text: &str) -> Noted {
        self.serialize_bytes(text.as_bytes())
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Noted {
        let start = self.at;
        self.at += LENGTH_BYTES + bytes.len();
        self.note(Kind::Section, start, Vec::new());
        Ok(())
    }

    fn serialize_none(self) -> Noted {
        let start = self.at;
        self.at += 1;
        self.note(Kind::Optional, start, Vec::new());
        Ok(())
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Noted {
        let start = self.at;
        self.at += 1;
        self.below("?", value)?;
        self.note(Kind::Optional, start, Vec::new());
        Ok(())
    }

    fn serialize_unit(self) -> Noted {
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Noted {
        Ok(())
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, _: &'static str) -> Noted {
        self.number(size_of::<u32>())
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(self, _: &'static str, value: &T) -> Noted {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Noted {
        self.number(size_of::<u32>())?;
        self.below(&format!("/{variant}"), value)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Group<'a>, Unknown> {
        Ok(self.group(usize::MAX, true))
    }

    fn serialize_tuple(self, arity: usize) -> Result<Group<'a>, Unknown> {
        Ok(self.group(arity, false))
    }

    fn serialize_tuple_struct(self, _: &'static str, arity: usize) -> Result<Group<'a>, Unknown> {
        Ok(self.group(arity, false))
    }

    fn serialize_struct(self, _: &'static str, arity: usize) -> Result<Group<'a>, Unknown> {
        Ok(self.group(arity, false))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Unknown> {
        Err(Unknown(variant.into()))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Unknown> {
        Err(Unknown("a map".into()))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Unknown> {
        Err(Unknown(variant.into()))
    }
}

/// A list, tuple or struct under way.
pub(super) struct Group<'a> {
    recorder: &'a mut Recorder,
    start: usize,
    arity: usize,
    is_list: bool,
    elements: Vec<Range<usize>>,
}

impl Group<'_> {
    fn element<T: ?Sized + Serialize>(&mut self, value: &T) -> Noted {
        let start = self.recorder.at;
        if self.arity > MAX_TUPLE {
            self.recorder.below("[]", value)?;
        } else {
            let step = format!(".{}", self.elements.len());
            self.recorder.below(&step, value)?;
        }
        self.elements.push(start..self.recorder.at);
        Ok(())
    }

    fn close(self) -> Noted {
        if self.is_list {
            self.recorder.note(Kind::List, self.start, self.elements);
        } else {
            self.recorder.note(Kind::Section, self.start, Vec::new());
        }
        Ok(())
    }
}

macro_rules! groups {
    ($($sequence:ident::$method:ident),*) => {
        $(impl ser::$sequence for Group<'_> {
            type Ok = ();
            type Error = Unknown;

            fn $method<T: ?Sized + Serialize>(&mut self, value: &T) -> Noted {
                self.element(value)
            }

            fn end(self) -> Noted {
                self.close()
            }
        })*
    };
}

groups!(
    SerializeSeq::serialize_element,
    SerializeTuple::serialize_element,
    SerializeTupleStruct::serialize_field
);

impl ser::SerializeStruct for Group<'_> {
    type Ok = ();
    type Error = Unknown;

    fn serialize_field<T: ?Sized + Serialize>(&mut self, name: &'static str, value: &T) -> Noted {
        if self.recorder.path.is_empty() {
            self.recorder.below(name, value)
        } else {
            self.recorder.below(&format!(".{name}"), value)
        }
    }

    fn end(self) -> Noted {
        self.close()
    }
}

//! Reads a payload: bincode with fixed-width integers, as the encoder writes it.
//!
//! It is here for speed alone: most of a proof are hashes, arrays of single bytes, for each of which bincode's own
//! decoder asks its source and its limit. What it reads is encoded again by bincode and compared: were the two
//! ever of different minds, the proof would be refused.

use std::fmt::Display;

use serde::de::{self, DeserializeSeed, IntoDeserializer, SeqAccess, Visitor};

/// What is left of a payload.
pub(super) struct Reader<'a> {
    rest: &'a [u8],
}

#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(super) struct Unreadable(String);

impl de::Error for Unreadable {
    fn custom<T: Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

type Read<T> = Result<T, Unreadable>;

impl<'a> Reader<'a> {
    /// At its beginning.
    pub fn new(payload: &'a [u8]) -> Self {
        Self { rest: payload }
    }

    /// Nothing may follow.
    ///
    /// # Errors
    /// How much does.
    pub fn end(self) -> Read<()> {
        match self.rest.len() {
            0 => Ok(()),
            more => Err(Unreadable(format!("{more} bytes follow it"))),
        }
    }

    fn take<const N: usize>(&mut self) -> Read<[u8; N]> {
        let (taken, rest) = self.rest.split_first_chunk().ok_or_else(too_short)?;
        self.rest = rest;
        Ok(*taken)
    }

    fn length(&mut self) -> Read<usize> {
        usize::try_from(u64::from_le_bytes(self.take()?)).map_err(|_| too_short())
    }

    fn flag(&mut self) -> Read<bool> {
        match self.take()? {
            [0] => Ok(false),
            [1] => Ok(true),
            [other] => Err(Unreadable(format!("{other} stands where 0 or 1 must"))),
        }
    }
}

#[cold]
fn too_short() -> Unreadable {
    Unreadable("it ends too early".into())
}

macro_rules! numbers {
    ($($deserialize:ident $visit:ident $number:ty),* $(,)?) => {
        $(fn $deserialize<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
            visitor.$visit(<$number>::from_le_bytes(self.take()?))
        })*
    };
}

impl<'de> de::Deserializer<'de> for &mut Reader<'de> {
    type Error = Unreadable;

    numbers!(
        deserialize_u8 visit_u8 u8,
        deserialize_u16 visit_u16 u16,
        deserialize_u32 visit_u32 u32,
        deserialize_u64 visit_u64 u64,
    );

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_bool(self.flag()?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        if self.flag()? {
            visitor.visit_some(self)
        } else {
            visitor.visit_none()
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        let left = self.length()?;
        visitor.visit_seq(Elements { reader: self, left })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, left: usize, visitor: V) -> Read<V::Value> {
        visitor.visit_seq(Elements { reader: self, left })
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        left: usize,
        visitor: V,
    ) -> Read<V::Value> {
        visitor.visit_seq(Elements { reader: self, left })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        self.deserialize_tuple(fields.len(), visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Read<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    /// The enumerations of a proof hold nothing but their variant.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        let variant = u32::from_le_bytes(self.take()?);
        visitor.visit_enum(variant.into_deserializer())
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Read<V::Value> {
        Err(Unreadable("a proof has no such value".into()))
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i64 f32 f64 char str string bytes byte_buf unit unit_struct map identifier ignored_any
    }
}

struct Elements<'r, 'de> {
    reader: &'r mut Reader<'de>,
    left: usize,
}

impl<'de> SeqAccess<'de> for Elements<'_, 'de> {
    type Error = Unreadable;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Read<Option<T::Value>> {
        let Some(left) = self.left.checked_sub(1) else {
            return Ok(None);
        };
        self.left = left;
        seed.deserialize(&mut *self.reader).map(Some)
    }

    /// Never more than there are bytes: a length is what the proof says.
    fn size_hint(&self) -> Option<usize> {
        Some(self.left.min(self.reader.rest.len()))
    }
}

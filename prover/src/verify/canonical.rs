//! Field elements in a proof are plain 32-bit numbers, and the stock verifier computes with them
//! as they are: one at or above the prime makes its arithmetic wrong. Every one must be below it.

use serde::ser::{self, Impossible, Serialize};
use stwo::core::fields::m31::P;
use stwo::core::poly::line::LinePoly;

use super::{Invalid, Verdict};
use crate::prove::CairnProof;

pub(super) fn check(proof: &CairnProof) -> Verdict<()> {
    if proof.serialize(&mut Walk { in_element: false }).is_err() {
        return Err(Invalid::proof(
            "it has a field element that is not below 2^31 - 1",
        ));
    }
    // The last layer carries its length twice, and the stock verifier believes either.
    let last_layer = &proof.stark_proof.fri_proof.last_layer_poly;
    let [constant] = last_layer[..] else {
        return Err(Invalid::proof("its last layer is no constant"));
    };
    if *last_layer != LinePoly::new(vec![constant]) {
        return Err(Invalid::proof(
            "its last layer has another length than it says",
        ));
    }
    Ok(())
}

/// Walks over everything that serde shows of a value and looks at the numbers inside `M31`.
struct Walk {
    in_element: bool,
}

#[derive(Debug, thiserror::Error)]
#[error("not canonical")]
struct NotCanonical;

impl ser::Error for NotCanonical {
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        Self
    }
}

macro_rules! passes {
    ($($method:ident($($argument:ty),*)),* $(,)?) => {
        $(fn $method(self, $(_: $argument),*) -> Result<(), NotCanonical> { Ok(()) })*
    };
}

impl ser::Serializer for &mut Walk {
    type Ok = ();
    type Error = NotCanonical;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Impossible<(), NotCanonical>;
    type SerializeMap = Impossible<(), NotCanonical>;
    type SerializeStruct = Self;
    type SerializeStructVariant = Impossible<(), NotCanonical>;

    passes!(
        serialize_bool(bool),
        serialize_i8(i8),
        serialize_i16(i16),
        serialize_i32(i32),
        serialize_i64(i64),
        serialize_u8(u8),
        serialize_u16(u16),
        serialize_u64(u64),
        serialize_f32(f32),
        serialize_f64(f64),
        serialize_char(char),
        serialize_str(&str),
        serialize_bytes(&[u8]),
        serialize_none(),
        serialize_unit(),
        serialize_unit_struct(&'static str),
        serialize_unit_variant(&'static str, u32, &'static str),
    );

    fn serialize_u32(self, number: u32) -> Result<(), NotCanonical> {
        if self.in_element && number >= P {
            return Err(NotCanonical);
        }
        Ok(())
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Result<(), NotCanonical> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<(), NotCanonical> {
        let outside = std::mem::replace(&mut self.in_element, name == "M31");
        value.serialize(&mut *self)?;
        self.in_element = outside;
        Ok(())
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        value: &T,
    ) -> Result<(), NotCanonical> {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, NotCanonical> {
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, NotCanonical> {
        Ok(self)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self, NotCanonical> {
        Ok(self)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, NotCanonical> {
        Ok(self)
    }

    // A proof has none of these; were one added, it would have to be thought about here.
    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, NotCanonical> {
        Err(NotCanonical)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, NotCanonical> {
        Err(NotCanonical)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, NotCanonical> {
        Err(NotCanonical)
    }
}

macro_rules! walks {
    ($($sequence:ident::$method:ident),*) => {
        $(impl ser::$sequence for &mut Walk {
            type Ok = ();
            type Error = NotCanonical;

            fn $method<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), NotCanonical> {
                value.serialize(&mut **self)
            }

            fn end(self) -> Result<(), NotCanonical> {
                Ok(())
            }
        })*
    };
}

walks!(
    SerializeSeq::serialize_element,
    SerializeTuple::serialize_element,
    SerializeTupleStruct::serialize_field
);

impl ser::SerializeStruct for &mut Walk {
    type Ok = ();
    type Error = NotCanonical;

    fn serialize_field<T: ?Sized + Serialize>(
        &mut self,
        _: &'static str,
        value: &T,
    ) -> Result<(), NotCanonical> {
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), NotCanonical> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use stwo::core::fields::m31::M31;
    use stwo::core::fields::qm31::QM31;

    fn passes(value: &impl Serialize) -> bool {
        value.serialize(&mut Walk { in_element: false }).is_ok()
    }

    #[test]
    fn finds_elements_at_any_depth_and_nothing_else() {
        let element = |number| QM31::from_m31(M31(1), M31(2), M31(3), M31(number));
        assert!(passes(&vec![(Some(element(P - 1)), u32::MAX)]));
        assert!(!passes(&vec![(Some(element(P)), 0u32)]));
        assert!(!passes(&[Some(vec![M31(u32::MAX)])]));
    }
}

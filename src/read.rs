//! Reads JavaScript values into our types, without a message about what went wrong.
//!
//! `serde_wasm_bindgen::from_value` does the same with good messages, for which it brings the formatting of every
//! number: 6 KB of what visitors download. What is read here was written by a build of the same release, so that a
//! message would be read by nobody.

use std::fmt;

use js_sys::{Array, Object};
use serde::{
    Deserialize,
    de::{
        Deserializer, Error, Expected, IntoDeserializer, Unexpected, Visitor,
        value::{MapDeserializer, SeqDeserializer, StringDeserializer},
    },
    forward_to_deserialize_any,
};
use wasm_bindgen::{JsCast, JsValue};

/// Reads a value that `JSON.parse` made, or a plain object of strings.
///
/// # Errors
/// [`OtherRelease`] when the value is not of the type's shape.
pub(super) fn read<T: for<'de> Deserialize<'de>>(value: JsValue) -> Result<T, OtherRelease> {
    T::deserialize(Value(value))
}

/// Says that a value was written by another release.
#[derive(Debug)]
pub(super) struct OtherRelease;

impl From<OtherRelease> for JsValue {
    fn from(_: OtherRelease) -> Self {
        "a file of another release".into()
    }
}

impl fmt::Display for OtherRelease {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a file of another release")
    }
}

impl std::error::Error for OtherRelease {}

/// Each of these would format its message if it were left as it comes.
impl Error for OtherRelease {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
    fn invalid_type(_: Unexpected, _: &dyn Expected) -> Self {
        Self
    }
    fn invalid_value(_: Unexpected, _: &dyn Expected) -> Self {
        Self
    }
    fn invalid_length(_: usize, _: &dyn Expected) -> Self {
        Self
    }
    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }
    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }
    fn missing_field(_: &'static str) -> Self {
        Self
    }
    fn duplicate_field(_: &'static str) -> Self {
        Self
    }
}

struct Value(JsValue);

impl IntoDeserializer<'_, OtherRelease> for Value {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Value {
    type Error = OtherRelease;

    /// Ignores the value: serde asks this way only for fields that no type has.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, OtherRelease> {
        visitor.visit_unit()
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, OtherRelease> {
        visitor.visit_string(self.0.as_string().ok_or(OtherRelease)?)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, OtherRelease> {
        visitor.visit_bool(self.0.as_bool().ok_or(OtherRelease)?)
    }

    /// Reads a number: every one of ours is small and whole.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, OtherRelease> {
        visitor.visit_u32(self.0.as_f64().ok_or(OtherRelease)? as u32)
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, OtherRelease> {
        self.deserialize_u32(visitor)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, OtherRelease> {
        let array: &Array = self.0.dyn_ref().ok_or(OtherRelease)?;
        visitor.visit_seq(SeqDeserializer::new(array.iter().map(Value)))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, OtherRelease> {
        let object: &Object = self.0.dyn_ref().ok_or(OtherRelease)?;
        visitor.visit_map(MapDeserializer::new(Object::entries(object).iter().map(
            |entry| {
                let entry: Array = entry.unchecked_into();
                let key = entry.get(0).as_string().unwrap_or_default();
                (key, Value(entry.get(1)))
            },
        )))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, OtherRelease> {
        self.deserialize_map(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, OtherRelease> {
        if self.0.is_null() || self.0.is_undefined() {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    /// Reads an enum by the name of its variant.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, OtherRelease> {
        let name: StringDeserializer<OtherRelease> =
            self.0.as_string().ok_or(OtherRelease)?.into_deserializer();
        visitor.visit_enum(name)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, OtherRelease> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u16 u64 u128 f32 f64 char str bytes byte_buf unit unit_struct tuple tuple_struct identifier
        ignored_any
    }
}

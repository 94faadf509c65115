//! A template's JSON with its transactions where they are: of an answer of eight megabytes all but one
//! hundredth are their hexadecimal digits, which are neither copied nor made into a tree of values.
//!
//! Takes any JSON: what is of another kind than expected is remembered as that, so that whoever looks
//! for it can name it. Does not know which fields a template needs.

use std::borrow::Cow;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use crate::limits::MAX_TEMPLATE_TXS;

/// The result of `getblocktemplate`, or whatever came in its place, on the bytes that it came in.
#[derive(Clone, Debug, Default)]
pub struct RawReply<'a>(pub(super) Option<Object<'a>>);

/// The fields of a template.
#[derive(Clone, Debug)]
pub(super) struct Object<'a> {
    /// All but the transactions.
    pub(super) fields: Map<String, Value>,
    pub(super) txs: Txs<'a>,
}

/// What stands for transactions.
#[derive(Clone, Debug, Default)]
pub(super) enum Txs<'a> {
    List(Vec<Tx<'a>>),
    /// More than fit a block; those beyond were passed over.
    TooMany,
    /// Something that is no list of objects, or nothing.
    #[default]
    Other,
}

/// A transaction.
#[derive(Clone, Debug, Default)]
pub(super) struct Tx<'a> {
    pub(super) data: Text<'a>,
    pub(super) txid: Text<'a>,
    pub(super) hash: Text<'a>,
}

/// A field that has to be a text.
#[derive(Clone, Debug, Default)]
pub(super) enum Text<'a> {
    /// Not there, or `null`.
    #[default]
    None,
    Is(Cow<'a, str>),
    Other,
}

/// What something is made of, and what it is if it is of none of these kinds.
trait Kind<'de>: Sized {
    fn other() -> Self;

    fn null() -> Self {
        Self::other()
    }

    fn text(_: Cow<'de, str>) -> Self {
        Self::other()
    }

    fn list<A: SeqAccess<'de>>(mut list: A) -> Result<Self, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Self::other())
    }

    fn object<A: MapAccess<'de>>(mut object: A) -> Result<Self, A::Error> {
        while object.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Self::other())
    }
}

impl<'de> Kind<'de> for RawReply<'de> {
    fn other() -> Self {
        Self(None)
    }

    fn object<A: MapAccess<'de>>(mut object: A) -> Result<Self, A::Error> {
        let (mut fields, mut txs) = (Map::new(), Txs::Other);
        while let Some(name) = next_name(&mut object)? {
            if name == "transactions" {
                txs = object.next_value::<Read<Txs<'de>>>()?.0;
            } else {
                fields.insert(name.into_owned(), object.next_value()?);
            }
        }
        Ok(Self(Some(Object { fields, txs })))
    }
}

impl<'de> Kind<'de> for Txs<'de> {
    fn other() -> Self {
        Self::Other
    }

    fn list<A: SeqAccess<'de>>(mut list: A) -> Result<Self, A::Error> {
        let mut txs = Vec::new();
        while let Some(Read(tx)) = list.next_element::<Read<Option<Tx<'de>>>>()? {
            let short = match tx {
                None => Self::Other,
                Some(_) if txs.len() >= MAX_TEMPLATE_TXS => Self::TooMany,
                Some(tx) => {
                    txs.push(tx);
                    continue;
                }
            };
            while list.next_element::<IgnoredAny>()?.is_some() {}
            return Ok(short);
        }
        Ok(Self::List(txs))
    }
}

impl<'de> Kind<'de> for Option<Tx<'de>> {
    fn other() -> Self {
        None
    }

    fn object<A: MapAccess<'de>>(mut object: A) -> Result<Self, A::Error> {
        let mut tx = Tx::default();
        while let Some(name) = next_name(&mut object)? {
            let place = match &*name {
                "data" => &mut tx.data,
                "txid" => &mut tx.txid,
                "hash" => &mut tx.hash,
                _ => {
                    object.next_value::<IgnoredAny>()?;
                    continue;
                }
            };
            *place = object.next_value::<Read<Text<'de>>>()?.0;
        }
        Ok(Some(tx))
    }
}

impl<'de> Kind<'de> for Text<'de> {
    fn other() -> Self {
        Self::Other
    }

    fn null() -> Self {
        Self::None
    }

    fn text(text: Cow<'de, str>) -> Self {
        Self::Is(text)
    }
}

impl<'de> Deserialize<'de> for RawReply<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Read::deserialize(deserializer).map(|Read(reply)| reply)
    }
}

/// The name of an object's next field, in its place where it can be.
fn next_name<'de, A: MapAccess<'de>>(object: &mut A) -> Result<Option<Cow<'de, str>>, A::Error> {
    Ok(object.next_key::<Read<Text<'de>>>()?.map(|Read(name)| match name {
        Text::Is(name) => name,
        // JSON has no others.
        Text::None | Text::Other => Cow::Borrowed(""),
    }))
}

/// Reads a value of whatever kind.
struct Read<T>(T);

impl<'de, T: Kind<'de>> Deserialize<'de> for Read<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Any(PhantomData)).map(Read)
    }
}

struct Any<T>(PhantomData<T>);

impl<'de, T: Kind<'de>> Visitor<'de> for Any<T> {
    type Value = T;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<T, E> {
        Ok(T::other())
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<T, E> {
        Ok(T::other())
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<T, E> {
        Ok(T::other())
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<T, E> {
        Ok(T::other())
    }

    fn visit_unit<E: Error>(self) -> Result<T, E> {
        Ok(T::null())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        Ok(T::text(Cow::Owned(text.to_owned())))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<T, E> {
        Ok(T::text(Cow::Borrowed(text)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<T, A::Error> {
        T::list(list)
    }

    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<T, A::Error> {
        T::object(object)
    }
}

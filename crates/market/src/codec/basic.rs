//! Forms of plain values: numbers, texts, bytes, hashes, lists.
//!
//! Does not know commands or records.

use std::collections::BTreeSet;

use quarry_pow::{Endian, HashOrder, NonceField, NonceWidth};
use quarry_primitives::{AccountKey, Amount, BlockHash, OutPoint, ScriptBuf, Txid};
use serde::{Deserialize, Serialize};

use super::CodecError;
use super::form::Wire;
use crate::{ArticleId, JobId, LeaseId, OrderId, TradeId, UnitId, WithdrawalId};

/// Values that are their own form.
macro_rules! plain {
    ($($ty:ty),*) => {$(
        impl Wire for $ty {
            type Form = Self;
            fn to_form(&self) -> Self { self.clone() }
            fn from_form(form: Self) -> Result<Self, CodecError> { Ok(form) }
        }
    )*};
}
plain!(u16, u32, u64, i128, bool, String);

/// Numbers with a name.
macro_rules! ids {
    ($($ty:ident),*) => {$(
        impl Wire for $ty {
            type Form = u64;
            fn to_form(&self) -> u64 { self.0 }
            fn from_form(form: u64) -> Result<Self, CodecError> { Ok(Self(form)) }
        }
    )*};
}
ids!(OrderId, JobId, UnitId, LeaseId, TradeId, WithdrawalId);

/// Values that are written as text.
macro_rules! texts {
    ($($ty:ty, $what:literal;)*) => {$(
        impl Wire for $ty {
            type Form = String;
            fn to_form(&self) -> String { self.to_string() }
            fn from_form(form: String) -> Result<Self, CodecError> {
                form.parse().map_err(|_| CodecError::Value($what))
            }
        }
    )*};
}
texts! {
    AccountKey, "an account key";
    ArticleId, "an article";
    BlockHash, "a block hash";
    Txid, "a transaction id";
    OutPoint, "an outpoint";
}

impl Wire for Amount {
    type Form = u64;
    fn to_form(&self) -> u64 {
        self.to_base()
    }
    fn from_form(form: u64) -> Result<Self, CodecError> {
        Self::from_base(form).map_err(|_| CodecError::Value("an amount"))
    }
}

impl Wire for Vec<u8> {
    type Form = String;
    fn to_form(&self) -> String {
        hex::encode(self)
    }
    fn from_form(form: String) -> Result<Self, CodecError> {
        hex::decode(form).map_err(|_| CodecError::Value("a byte string"))
    }
}

impl<const N: usize> Wire for [u8; N] {
    type Form = String;
    fn to_form(&self) -> String {
        hex::encode(self)
    }
    fn from_form(form: String) -> Result<Self, CodecError> {
        let mut bytes = [0; N];
        hex::decode_to_slice(form, &mut bytes).map_err(|_| CodecError::Value("a byte string"))?;
        Ok(bytes)
    }
}

impl Wire for ScriptBuf {
    type Form = String;
    fn to_form(&self) -> String {
        hex::encode(self.as_bytes())
    }
    fn from_form(form: String) -> Result<Self, CodecError> {
        Vec::from_form(form).map(Self::from_bytes)
    }
}

impl<T: Wire> Wire for Option<T> {
    type Form = Option<T::Form>;
    fn to_form(&self) -> Self::Form {
        self.as_ref().map(Wire::to_form)
    }
    fn from_form(form: Self::Form) -> Result<Self, CodecError> {
        form.map(T::from_form).transpose()
    }
}

impl<T: Wire> Wire for Vec<T> {
    type Form = Vec<T::Form>;
    fn to_form(&self) -> Self::Form {
        self.iter().map(Wire::to_form).collect()
    }
    fn from_form(form: Self::Form) -> Result<Self, CodecError> {
        form.into_iter().map(T::from_form).collect()
    }
}

// A list out of order, or with a value twice, is not canonical and is found as such.
impl<T: Wire + Ord> Wire for BTreeSet<T> {
    type Form = Vec<T::Form>;
    fn to_form(&self) -> Self::Form {
        self.iter().map(Wire::to_form).collect()
    }
    fn from_form(form: Self::Form) -> Result<Self, CodecError> {
        form.into_iter().map(T::from_form).collect()
    }
}

/// A nonce field: `{"offset":76,"width":4,"endian":"little"}`.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FieldForm {
    offset: u64,
    width: u8,
    endian: EndianForm,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum EndianForm {
    Little,
    Big,
}

impl Wire for NonceField {
    type Form = FieldForm;
    fn to_form(&self) -> FieldForm {
        FieldForm {
            offset: self.offset as u64,
            width: match self.width {
                NonceWidth::U32 => 4,
                NonceWidth::U64 => 8,
            },
            endian: match self.endian {
                Endian::Little => EndianForm::Little,
                Endian::Big => EndianForm::Big,
            },
        }
    }
    fn from_form(form: FieldForm) -> Result<Self, CodecError> {
        Ok(Self {
            offset: usize::try_from(form.offset).map_err(|_| CodecError::Value("an offset"))?,
            width: match form.width {
                4 => NonceWidth::U32,
                8 => NonceWidth::U64,
                _ => return Err(CodecError::Value("a nonce width")),
            },
            endian: match form.endian {
                EndianForm::Little => Endian::Little,
                EndianForm::Big => Endian::Big,
            },
        })
    }
}

/// How a hash is read: `"bitcoin"` or `"digest"`.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum HashOrderForm {
    Bitcoin,
    Digest,
}

impl Wire for HashOrder {
    type Form = HashOrderForm;
    fn to_form(&self) -> HashOrderForm {
        match self {
            Self::Bitcoin => HashOrderForm::Bitcoin,
            Self::Digest => HashOrderForm::Digest,
        }
    }
    fn from_form(form: HashOrderForm) -> Result<Self, CodecError> {
        Ok(match form {
            HashOrderForm::Bitcoin => Self::Bitcoin,
            HashOrderForm::Digest => Self::Digest,
        })
    }
}

//! A JSON value as Bitcoin Core's UniValue sees it: numbers by their digits, members in order.
//!
//! Does not know bytes: `parse` reads them, `write` makes them.

use super::RpcError;

/// A value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Json {
    /// `null`
    #[default]
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, by its digits. Only text in JSON's grammar gets here.
    Number(Box<str>),
    /// A text.
    String(String),
    /// An array.
    Array(Vec<Self>),
    /// An object: its members in order, repeated ones too.
    Object(Vec<(String, Self)>),
}

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `null`
    Null,
    /// `true` or `false`
    Bool,
    /// A number.
    Number,
    /// A text.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
}

impl Kind {
    /// Core's word for it (`uvTypeName`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool => "bool",
            Self::Number => "number",
            Self::String => "string",
            Self::Array => "array",
            Self::Object => "object",
        }
    }
}

/// What every missing member reads as.
static NULL: Json = Json::Null;

impl Json {
    /// An object of these members.
    #[must_use]
    pub fn object<'a>(members: impl IntoIterator<Item = (&'a str, Self)>) -> Self {
        Self::Object(members.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    }

    /// A finite float with up to 16 significant digits, as Core writes a double; `null` otherwise.
    #[must_use]
    pub fn from_f64(value: f64) -> Self {
        super::write::double(value).map_or(Self::Null, |text| Self::Number(text.into()))
    }

    /// A number by digits that are known to be one.
    #[must_use]
    pub(super) fn digits(text: &str) -> Self {
        Self::Number(text.into())
    }

    /// What this is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Null => Kind::Null,
            Self::Bool(_) => Kind::Bool,
            Self::Number(_) => Kind::Number,
            Self::String(_) => Kind::String,
            Self::Array(_) => Kind::Array,
            Self::Object(_) => Kind::Object,
        }
    }

    /// Whether this is `null`.
    #[must_use]
    pub fn is_null(&self) -> bool {
        *self == Self::Null
    }

    /// The first member of that name; `null` where there is none or this is no object.
    #[must_use]
    pub fn get(&self, key: &str) -> &Self {
        self.find(key).unwrap_or(&NULL)
    }

    /// The first member of that name.
    #[must_use]
    pub fn find(&self, key: &str) -> Option<&Self> {
        let Self::Object(members) = self else { return None };
        members.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// The element at `index`; `null` past the end or where this is no array.
    #[must_use]
    pub fn at(&self, index: usize) -> &Self {
        let Self::Array(items) = self else { return &NULL };
        items.get(index).unwrap_or(&NULL)
    }

    /// Adds a member. Does nothing to what is no object.
    pub fn push(&mut self, key: &str, value: impl Into<Self>) {
        if let Self::Object(members) = self {
            members.push((key.to_owned(), value.into()));
        }
    }

    fn wrong_kind(&self, wanted: Kind) -> RpcError {
        RpcError::type_error(format!(
            "JSON value of type {} is not of expected type {}",
            self.kind().name(),
            wanted.name()
        ))
    }

    /// The text.
    ///
    /// # Errors
    /// -3 if this is none.
    pub fn as_str(&self) -> Result<&str, RpcError> {
        match self {
            Self::String(text) => Ok(text),
            _ => Err(self.wrong_kind(Kind::String)),
        }
    }

    /// The truth value.
    ///
    /// # Errors
    /// -3 if this is none.
    pub fn as_bool(&self) -> Result<bool, RpcError> {
        match self {
            Self::Bool(value) => Ok(*value),
            _ => Err(self.wrong_kind(Kind::Bool)),
        }
    }

    /// The number, as an integer of the wanted width.
    ///
    /// # Errors
    /// -3 if this is no number, -1 if it is none of that width.
    pub fn as_int<T: std::str::FromStr>(&self) -> Result<T, RpcError> {
        match self {
            Self::Number(digits) => {
                digits.parse().map_err(|_| RpcError::misc("JSON integer out of range"))
            }
            _ => Err(self.wrong_kind(Kind::Number)),
        }
    }

    /// The number, as a float.
    ///
    /// # Errors
    /// -3 if this is no number, -1 if it is too large.
    pub fn as_f64(&self) -> Result<f64, RpcError> {
        match self {
            Self::Number(digits) => digits
                .parse()
                .ok()
                .filter(|value: &f64| value.is_finite())
                .ok_or_else(|| RpcError::misc("JSON double out of range")),
            _ => Err(self.wrong_kind(Kind::Number)),
        }
    }

    /// The elements.
    ///
    /// # Errors
    /// -3 if this is no array.
    pub fn as_array(&self) -> Result<&[Self], RpcError> {
        match self {
            Self::Array(items) => Ok(items),
            _ => Err(self.wrong_kind(Kind::Array)),
        }
    }

    /// The members.
    ///
    /// # Errors
    /// -3 if this is no object.
    pub fn as_object(&self) -> Result<&[(String, Self)], RpcError> {
        match self {
            Self::Object(members) => Ok(members),
            _ => Err(self.wrong_kind(Kind::Object)),
        }
    }
}

impl From<bool> for Json {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::String(text.to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Self::String(text)
    }
}

impl From<Vec<Self>> for Json {
    fn from(items: Vec<Self>) -> Self {
        Self::Array(items)
    }
}

impl<T: Into<Self>> From<Option<T>> for Json {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl FromIterator<Self> for Json {
    fn from_iter<I: IntoIterator<Item = Self>>(items: I) -> Self {
        Self::Array(items.into_iter().collect())
    }
}

macro_rules! from_integers {
    ($($integer:ty)*) => {$(
        impl From<$integer> for Json {
            fn from(value: $integer) -> Self {
                Self::Number(value.to_string().into())
            }
        }
    )*};
}
from_integers!(i8 i16 i32 i64 u8 u16 u32 u64 usize);

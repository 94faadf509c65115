//! Parameters by their place, each of the kind that it has to be.

use serde_json::Value;

use crate::stratum::line::LineError;

/// The parameters of a call, or the parts of a result.
#[derive(Clone, Copy)]
pub(super) struct Params<'a> {
    pub(super) method: &'static str,
    pub(super) values: &'a [Value],
}

impl<'a> Params<'a> {
    /// The error of a parameter that is not what is wanted.
    pub(super) const fn wrong(&self, field: &'static str, want: &'static str) -> LineError {
        LineError::Parameter { method: self.method, field, want }
    }

    /// A parameter; none if it is missing or null.
    pub(super) fn get(&self, at: usize) -> Option<&'a Value> {
        self.values.get(at).filter(|value| !value.is_null())
    }

    /// Text of at most `bytes`.
    pub(super) fn text(
        &self,
        at: usize,
        field: &'static str,
        bytes: usize,
    ) -> Result<&'a str, LineError> {
        self.get(at)
            .and_then(Value::as_str)
            .filter(|text| text.len() <= bytes)
            .ok_or_else(|| self.wrong(field, "text, and not too long"))
    }

    /// Text of at most `bytes`; none if there is none.
    pub(super) fn text_or_none(
        &self,
        at: usize,
        field: &'static str,
        bytes: usize,
    ) -> Result<Option<String>, LineError> {
        match self.get(at) {
            None => Ok(None),
            Some(_) => self.text(at, field, bytes).map(|text| Some(text.to_owned())),
        }
    }

    /// A number of 32 bits in hexadecimal digits.
    pub(super) fn hex32(&self, at: usize, field: &'static str) -> Result<u32, LineError> {
        let text = self.get(at).and_then(Value::as_str);
        text.and_then(hex32).ok_or_else(|| self.wrong(field, "8 hexadecimal digits"))
    }

    /// Bytes in hexadecimal digits, at most so many.
    pub(super) fn bytes(
        &self,
        at: usize,
        field: &'static str,
        most: usize,
    ) -> Result<Vec<u8>, LineError> {
        self.get(at)
            .and_then(Value::as_str)
            .filter(|text| text.len() <= most.saturating_mul(2))
            .and_then(|text| hex::decode(text).ok())
            .ok_or_else(|| self.wrong(field, "hexadecimal digits, two a byte, and not too many"))
    }

    /// Any number.
    pub(super) fn number(&self, at: usize, field: &'static str) -> Result<f64, LineError> {
        self.get(at).and_then(number).ok_or_else(|| self.wrong(field, "a number"))
    }
}

/// A number, which some write as text.
pub(super) fn number(value: &Value) -> Option<f64> {
    value.as_f64().or_else(|| value.as_str()?.parse().ok())
}

/// One to eight hexadecimal digits.
pub(super) fn hex32(text: &str) -> Option<u32> {
    // A sign would be read as part of the number.
    let digits = text.bytes().all(|byte| byte.is_ascii_hexdigit());
    digits.then(|| u32::from_str_radix(text, 16).ok()).flatten()
}

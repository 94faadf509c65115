//! JSON that is printed as it was read: numbers keep their digits, objects their order.
//!
//! Amounts have eight decimals and results an order that people know; `serde_json`'s own value keeps
//! neither. Written in the form of bitcoin-cli. Does not know what a document means.

use std::fmt::Write as _;

/// The deepest nesting that is read, as in Bitcoin Core.
const MAX_DEPTH: usize = 512;

/// A document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Json {
    Null,
    Bool(bool),
    /// The digits as they stood.
    Number(String),
    Text(String),
    Array(Vec<Self>),
    Object(Vec<(String, Self)>),
}

/// Not JSON, or too deep.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not JSON at byte {at}")]
pub(crate) struct NotJson {
    at: usize,
}

impl Json {
    /// Reads one document and nothing else.
    ///
    /// # Errors
    /// [`NotJson`], with the place.
    pub(crate) fn parse(text: &str) -> Result<Self, NotJson> {
        let mut reader = Reader { text, at: 0 };
        let value = reader.value(0)?;
        reader.blanks();
        if reader.at == text.len() { Ok(value) } else { Err(reader.wrong()) }
    }

    /// A text value.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// The first member of that name; `Null` if there is none, or if this is no object.
    pub(crate) fn get(&self, name: &str) -> &Self {
        const NULL: &Json = &Json::Null;
        match self {
            Self::Object(members) => {
                members.iter().find(|(key, _)| key == name).map_or(NULL, |(_, value)| value)
            }
            _ => NULL,
        }
    }

    /// The elements; none if this is no array.
    pub(crate) fn elements(&self) -> &[Self] {
        if let Self::Array(elements) = self { elements } else { &[] }
    }

    pub(crate) fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    pub(crate) fn as_i64(&self) -> Option<i64> {
        if let Self::Number(digits) = self { digits.parse().ok() } else { None }
    }

    pub(crate) fn is_null(&self) -> bool {
        *self == Self::Null
    }

    /// A plain value without quotes; nothing of arrays and objects.
    pub(crate) fn plain(&self) -> String {
        match self {
            Self::Bool(value) => if *value { "1" } else { "" }.to_owned(),
            Self::Number(text) | Self::Text(text) => text.clone(),
            _ => String::new(),
        }
    }

    /// In one line.
    pub(crate) fn compact(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, None, 1);
        out
    }

    /// Over many lines; an empty array or object takes two.
    pub(crate) fn pretty(&self, indent: usize) -> String {
        let mut out = String::new();
        self.write(&mut out, Some(indent), 1);
        out
    }

    fn write(&self, out: &mut String, indent: Option<usize>, level: usize) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
            Self::Number(digits) => out.push_str(digits),
            Self::Text(text) => quote(out, text),
            Self::Array(elements) => {
                list(out, indent, level, ['[', ']'], elements, |out, element| {
                    element.write(out, indent, level + 1);
                });
            }
            Self::Object(members) => {
                list(out, indent, level, ['{', '}'], members, |out, (name, value)| {
                    quote(out, name);
                    out.push_str(if indent.is_some() { ": " } else { ":" });
                    value.write(out, indent, level + 1);
                });
            }
        }
    }
}

fn list<T>(
    out: &mut String,
    indent: Option<usize>,
    level: usize,
    brackets: [char; 2],
    items: &[T],
    mut write: impl FnMut(&mut String, &T),
) {
    let line = |out: &mut String, level: usize| {
        if let Some(indent) = indent {
            out.push('\n');
            out.extend(std::iter::repeat_n(' ', indent * level));
        }
    };
    out.push(brackets[0]);
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        line(out, level);
        write(out, item);
    }
    line(out, level - 1);
    out.push(brackets[1]);
}

fn quote(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\x08' => out.push_str("\\b"),
            '\x0c' => out.push_str("\\f"),
            c if u32::from(c) < 0x20 || c == '\x7f' => {
                let _infallible = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn wrong(&self) -> NotJson {
        NotJson { at: self.at }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// The next byte that is no blank, if it is this one.
    fn take(&mut self, byte: u8) -> bool {
        self.blanks();
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn value(&mut self, depth: usize) -> Result<Json, NotJson> {
        self.blanks();
        if depth > MAX_DEPTH {
            return Err(self.wrong());
        }
        match self.peek() {
            Some(b'{') => self.object(depth),
            Some(b'[') => self.array(depth),
            Some(b'"') => self.string().map(Json::Text),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => self.word(),
        }
    }

    fn word(&mut self) -> Result<Json, NotJson> {
        let words =
            [("null", Json::Null), ("true", Json::Bool(true)), ("false", Json::Bool(false))];
        for (word, value) in words {
            if self.text[self.at..].starts_with(word) {
                self.at += word.len();
                return Ok(value);
            }
        }
        Err(self.wrong())
    }

    fn array(&mut self, depth: usize) -> Result<Json, NotJson> {
        self.at += 1;
        let mut elements = Vec::new();
        if self.take(b']') {
            return Ok(Json::Array(elements));
        }
        loop {
            elements.push(self.value(depth + 1)?);
            if self.take(b']') {
                return Ok(Json::Array(elements));
            }
            if !self.take(b',') {
                return Err(self.wrong());
            }
        }
    }

    fn object(&mut self, depth: usize) -> Result<Json, NotJson> {
        self.at += 1;
        let mut members = Vec::new();
        if self.take(b'}') {
            return Ok(Json::Object(members));
        }
        loop {
            self.blanks();
            let name = self.string()?;
            if !self.take(b':') {
                return Err(self.wrong());
            }
            members.push((name, self.value(depth + 1)?));
            if self.take(b'}') {
                return Ok(Json::Object(members));
            }
            if !self.take(b',') {
                return Err(self.wrong());
            }
        }
    }

    fn string(&mut self) -> Result<String, NotJson> {
        let start = self.at;
        if self.peek() != Some(b'"') {
            return Err(self.wrong());
        }
        self.at += 1;
        loop {
            match self.peek() {
                Some(b'"') => break,
                // What is escaped cannot end the string.
                Some(b'\\') => self.at += 2,
                Some(_) => self.at += 1,
                None => return Err(self.wrong()),
            }
        }
        self.at += 1;
        let token = self.text.get(start..self.at).ok_or(NotJson { at: start })?;
        serde_json::from_str(token).map_err(|_| NotJson { at: start })
    }

    fn digits(&mut self) -> Result<(), NotJson> {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        if self.at == start { Err(self.wrong()) } else { Ok(()) }
    }

    fn number(&mut self) -> Result<Json, NotJson> {
        let start = self.at;
        self.at += usize::from(self.peek() == Some(b'-'));
        if self.peek() == Some(b'0') {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            self.at += usize::from(matches!(self.peek(), Some(b'+' | b'-')));
            self.digits()?;
        }
        // A number that runs on into another (`01`) is none.
        if matches!(self.peek(), Some(b'0'..=b'9')) {
            return Err(self.wrong());
        }
        Ok(Json::Number(self.text[start..self.at].to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn digits_and_order_stay() {
        let text = r#"{"b":1.00000000,"a":[-0,1E+2,null,true,"x\u00e9\n/"],"e":{},"l":[]}"#;
        let parsed = Json::parse(text).unwrap();
        assert_eq!(parsed.compact(), text.replace("\\u00e9", "é"));
        let pretty = "{\n  \"b\": 1.00000000,\n  \"a\": [\n    -0,\n    1E+2,\n    null,\n    \
                      true,\n    \"xé\\n/\"\n  ],\n  \"e\": {\n  },\n  \"l\": [\n  ]\n}";
        assert_eq!(parsed.pretty(2), pretty);
        assert_eq!(parsed.get("b").plain(), "1.00000000");
        assert!(parsed.get("none").is_null());
    }

    #[test]
    fn what_is_no_json_is_refused() {
        let deep = "[".repeat(600) + &"]".repeat(600);
        for text in [
            "", "{", "[1,]", "01", "1.", "-", "+1", "'a'", "\"\\", "\"a", "{a:1}", "nul", "1 2",
            &deep,
        ] {
            assert!(Json::parse(text).is_err(), "{text}");
        }
        assert!(Json::parse(&("[".repeat(500) + &"]".repeat(500))).is_ok());
    }

    proptest! {
        #[test]
        fn nothing_panics(text in "\\PC{0,40}|[\\[\\]{},:\"0-9a-z. \\\\-]{0,40}") {
            if let Ok(parsed) = Json::parse(&text) {
                prop_assert_eq!(Json::parse(&parsed.compact()), Ok(parsed.clone()));
                prop_assert_eq!(Json::parse(&parsed.pretty(2)), Ok(parsed));
            }
        }
    }
}

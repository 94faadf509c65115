//! Writing JSON as Bitcoin Core does: compact, or with an indentation and `": "`.
//!
//! Does not know what the value means.

use std::fmt::Write;

use super::Json;

impl std::fmt::Display for Json {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.write())
    }
}

impl Json {
    /// The value in one line.
    #[must_use]
    pub fn write(&self) -> String {
        let mut out = String::new();
        write_value(&mut out, self, None, 0);
        out
    }

    /// The value over many lines, each level `indent` spaces further in.
    #[must_use]
    pub fn write_pretty(&self, indent: usize) -> String {
        let mut out = String::new();
        write_value(&mut out, self, Some(indent), 0);
        out
    }
}

fn write_value(out: &mut String, value: &Json, indent: Option<usize>, depth: usize) {
    match value {
        Json::Null => out.push_str("null"),
        Json::Bool(true) => out.push_str("true"),
        Json::Bool(false) => out.push_str("false"),
        Json::Number(digits) => out.push_str(digits),
        Json::String(text) => write_string(out, text),
        Json::Array(items) => {
            out.push('[');
            for (n, item) in items.iter().enumerate() {
                separate(out, n, indent, depth + 1);
                write_value(out, item, indent, depth + 1);
            }
            line(out, indent, depth);
            out.push(']');
        }
        Json::Object(members) => {
            out.push('{');
            for (n, (key, member)) in members.iter().enumerate() {
                separate(out, n, indent, depth + 1);
                write_string(out, key);
                out.push_str(if indent.is_some() { ": " } else { ":" });
                write_value(out, member, indent, depth + 1);
            }
            line(out, indent, depth);
            out.push('}');
        }
    }
}

fn separate(out: &mut String, nth: usize, indent: Option<usize>, depth: usize) {
    if nth > 0 {
        out.push(',');
    }
    line(out, indent, depth);
}

fn line(out: &mut String, indent: Option<usize>, depth: usize) {
    if let Some(indent) = indent {
        out.push('\n');
        out.extend(std::iter::repeat_n(' ', indent * depth));
    }
}

fn write_string(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\0'..='\u{1f}' | '\u{7f}' => {
                // Writing into a text cannot fail.
                let _written = write!(out, "\\u{:04x}", u32::from(c));
            }
            _ => out.push(c),
        }
    }
    out.push('"');
}

/// A double with 16 significant digits and no zeros at the end, like C's `%.16g`.
pub(super) fn double(value: f64) -> Option<String> {
    if !value.is_finite() {
        return None;
    }
    let scientific = format!("{value:.15e}");
    let (mantissa, exponent) = scientific.split_once('e')?;
    let exponent: i32 = exponent.parse().ok()?;
    if !(-4..16).contains(&exponent) {
        let mantissa = without_zeros(mantissa);
        let sign = if exponent < 0 { '-' } else { '+' };
        return Some(format!("{mantissa}e{sign}{:02}", exponent.abs()));
    }
    let decimals = usize::try_from(15 - exponent).ok()?;
    Some(without_zeros(&format!("{value:.decimals$}")).to_owned())
}

fn without_zeros(number: &str) -> &str {
    if number.contains('.') { number.trim_end_matches('0').trim_end_matches('.') } else { number }
}

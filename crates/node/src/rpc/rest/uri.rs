//! What a path says: the form by its suffix, hashes, numbers, the query.
//!
//! Does not know which paths there are.

use std::str::FromStr;

use super::reply::Failure;

/// The form of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Bin,
    Hex,
    Json,
}

/// Divides the suffix off, and drops the query. A suffix that is none of ours stays.
pub(super) fn split_format(path: &str) -> (&str, Option<Format>) {
    let path = path.rsplit_once('?').map_or(path, |(path, _)| path);
    let Some((rest, suffix)) = path.rsplit_once('.') else { return (path, None) };
    let format = match suffix {
        "bin" => Format::Bin,
        "hex" => Format::Hex,
        "json" => Format::Json,
        // A dot with nothing behind it is taken off too, as Core does.
        "" => return (rest, None),
        _ => return (path, None),
    };
    (rest, Some(format))
}

/// A hash: 64 digits, no fewer.
pub(super) fn hash<T: FromStr>(text: &str) -> Result<T, Failure> {
    let parsed = if text.len() == 64 { text.parse().ok() } else { None };
    parsed.ok_or_else(|| Failure::bad(format!("Invalid hash: {text}")))
}

/// A number without a sign: digits and nothing else.
pub(super) fn number<T: FromStr>(text: &str) -> Option<T> {
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

/// The value that the query gives a name, if it does.
///
/// # Errors
/// Core's words for a URI that breaks RFC 3986 anywhere.
pub(super) fn query(uri: &str, name: &str) -> Result<Option<String>, &'static str> {
    if !is_valid(uri) {
        return Err("URI parsing failed, it likely contained RFC 3986 invalid characters");
    }
    let Some((_, query)) = uri.split_once('?') else { return Ok(None) };
    let mut parts = query.split('&').filter_map(|part| part.split_once('='));
    Ok(parts.find(|(key, _)| decoded(key) == name).map(|(_, value)| decoded(value)))
}

fn is_valid(uri: &str) -> bool {
    let bytes = uri.as_bytes();
    bytes.iter().enumerate().all(|(n, byte)| match byte {
        b'%' => bytes.get(n + 1..n + 3).is_some_and(|d| d.iter().all(u8::is_ascii_hexdigit)),
        b'-' | b'.' | b'_' | b'~' | b':' | b'@' | b'/' | b'?' => true,
        b'!' | b'$' | b'&' | b'\'' | b'(' | b')' | b'*' | b'+' | b',' | b';' | b'=' => true,
        byte => byte.is_ascii_alphanumeric(),
    })
}

/// Percent signs and pluses resolved. What is no text then is shown with marks, and fits nothing.
fn decoded(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let digits = after.get(..2).filter(|_| *first == b'%');
        let escaped = digits
            .and_then(|digits| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok());
        out.push(escaped.unwrap_or(if *first == b'+' { b' ' } else { *first }));
        rest = escaped.map_or(after, |_| after.get(2..).unwrap_or_default());
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suffixes_choose_the_form() {
        let cases = [
            ("ab.json", ("ab", Some(Format::Json))),
            ("ab.bin?count=1.hex", ("ab", Some(Format::Bin))),
            ("ab.hex", ("ab", Some(Format::Hex))),
            ("ab", ("ab", None)),
            ("ab.", ("ab", None)),
            ("ab.txt", ("ab.txt", None)),
            ("a.json.hex", ("a.json", Some(Format::Hex))),
            ("", ("", None)),
        ];
        for (path, split) in cases {
            assert_eq!(split_format(path), split, "{path}");
        }
    }

    #[test]
    fn the_first_value_of_a_name_counts() {
        let uri = "/rest/x.json?a=1&b=%32+%2B&a=3&c";
        assert_eq!(query(uri, "a"), Ok(Some("1".to_owned())));
        assert_eq!(query(uri, "b"), Ok(Some("2 +".to_owned())));
        assert_eq!(query(uri, "c"), Ok(None));
        for broken in ["/rest/x%", "/rest/x?%", "/rest/x?a=%2", "/rest/x?a=\"", "/rest/x?%zz"] {
            assert!(query(broken, "a").is_err(), "{broken}");
        }
    }

    #[test]
    fn numbers_are_digits() {
        assert_eq!(number("007"), Some(7_u32));
        for text in ["", "+1", "-1", " 1", "1 ", "0x1", "4294967296"] {
            assert_eq!(number::<u32>(text), None, "{text}");
        }
    }
}

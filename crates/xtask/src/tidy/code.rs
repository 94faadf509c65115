//! Rust source divided into code and comments, so that a rule about code is not misled by a word
//! in a comment or a string. Not a parser: it knows comments, strings, characters and braces.

/// One source file, twice, with every line and column where it was.
#[derive(Debug)]
pub(super) struct Source {
    /// Comments and the insides of strings are blanks.
    pub(super) code: String,
    /// Everything but comments is blanks.
    pub(super) comments: String,
}

/// Divides a source file.
pub(super) fn divide(text: &str) -> Source {
    let chars: Vec<char> = text.chars().collect();
    let mut source = Source { code: String::new(), comments: String::new() };
    let mut i = 0;
    while i < chars.len() {
        let (end, part) = piece(&chars, i);
        for (at, &c) in chars[i..end].iter().enumerate() {
            let blank = if c == '\n' { '\n' } else { ' ' };
            let quote = at == 0 || i + at + 1 == end;
            source.code.push(match part {
                Part::Code => c,
                // The quotes stay, so that `"a", "b"` does not become one gap.
                Part::Text if quote => c,
                Part::Text | Part::Comment => blank,
            });
            source.comments.push(if part == Part::Comment { c } else { blank });
        }
        i = end;
    }
    source
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Code,
    /// A string or a character.
    Text,
    Comment,
}

/// What starts at `i`, and where it ends.
fn piece(chars: &[char], i: usize) -> (usize, Part) {
    let rest = &chars[i..];
    match rest {
        ['/', '/', ..] => (end_of_line(chars, i), Part::Comment),
        ['/', '*', ..] => (end_of_block(chars, i), Part::Comment),
        ['"', ..] => (end_of_quoted(chars, i, '"'), Part::Text),
        ['\'', '\\', ..] => (end_of_quoted(chars, i, '\''), Part::Text),
        // 'x', where a lifetime has no second quote
        ['\'', _, '\'', ..] => (i + 3, Part::Text),
        ['r', '#' | '"', ..] if !is_word_before(chars, i) => {
            end_of_raw(chars, i).map_or((i + 1, Part::Code), |end| (end, Part::Text))
        }
        _ => (i + 1, Part::Code),
    }
}

/// Whether the character before `i` makes `r` the tail of a longer word. The prefixes of byte and
/// C strings do not.
fn is_word_before(chars: &[char], i: usize) -> bool {
    match chars[..i] {
        [.., a, 'b' | 'c'] => is_word(a),
        ['b' | 'c'] | [] => false,
        [.., a] => is_word(a),
    }
}

fn end_of_line(chars: &[char], start: usize) -> usize {
    (start..chars.len()).find(|&i| chars[i] == '\n').unwrap_or(chars.len())
}

fn end_of_block(chars: &[char], start: usize) -> usize {
    let mut depth = 0_usize;
    let mut i = start;
    while i < chars.len() {
        match &chars[i..] {
            ['/', '*', ..] => depth += 1,
            ['*', '/', ..] => depth -= 1,
            _ => {
                i += 1;
                continue;
            }
        }
        i += 2;
        if depth == 0 {
            return i;
        }
    }
    chars.len()
}

fn end_of_quoted(chars: &[char], start: usize, quote: char) -> usize {
    let mut i = start + 1;
    while i < chars.len() {
        match chars[i] {
            '\\' => i += 2,
            c if c == quote => return i + 1,
            _ => i += 1,
        }
    }
    chars.len()
}

/// The end of the raw string whose `r` is at `start`; `None` for a raw identifier.
fn end_of_raw(chars: &[char], start: usize) -> Option<usize> {
    let hashes = chars[start + 1..].iter().take_while(|&&c| c == '#').count();
    let body = start + 1 + hashes + 1;
    if chars.get(body - 1) != Some(&'"') {
        return None;
    }
    let closes = |i: &usize| {
        let after = chars.get(*i + 1..*i + 1 + hashes);
        chars[*i] == '"' && after.is_some_and(|after| after.iter().all(|&c| c == '#'))
    };
    Some((body..chars.len()).find(closes).map_or(chars.len(), |i| i + 1 + hashes))
}

/// `code` with every item under `#[cfg(test)]` blanked.
pub(super) fn without_tests(code: &str) -> String {
    let mut out = String::new();
    let mut rest = code;
    while let Some(at) =
        ["#[cfg(test)]", "#[cfg(all(test"].iter().filter_map(|m| rest.find(m)).min()
    {
        let (before, item) = rest.split_at(at);
        let (item, after) = item.split_at(end_of_item(item));
        out.push_str(before);
        out.extend(item.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        rest = after;
    }
    out + rest
}

/// Where the item ends that starts with attributes at the start of `code`: at the first `;` or
/// after the first closed brace that is in no bracket.
fn end_of_item(code: &str) -> usize {
    let mut depth = 0_usize;
    for (i, c) in code.char_indices() {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 && c == '}' {
                    return i + 1;
                }
            }
            ';' if depth == 0 => return i + 1,
            _ => {}
        }
    }
    code.len()
}

/// Every place where `word` stands in `text` and is not part of a longer word.
pub(super) fn find_words<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    text.match_indices(word).map(|(at, _)| at).filter(move |&at| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !before.is_some_and(is_word) && !after.is_some_and(is_word)
    })
}

/// The line, from 1, of a byte offset.
pub(super) fn line_at(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

/// Whether `c` can be part of an identifier.
pub(super) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_and_comments_are_not_code() {
        let text =
            "let a = \"x // \\\" y\"; // std::fs\nlet b = r#\"un \" safe\"#; /* a /* b */ c */ d";
        let source = divide(text);
        assert_eq!(source.code.len(), text.len());
        assert!(source.code.starts_with("let a = \"         \"; "), "{}", source.code);
        assert!(!source.code.contains("std::fs"));
        assert!(!source.code.contains("safe"));
        assert!(source.code.ends_with(" d"));
        assert!(source.comments.contains("// std::fs"));
        assert!(source.comments.contains("/* a /* b */ c */"));
        assert!(!source.comments.contains('y'));
    }

    #[test]
    fn characters_and_lifetimes_are_told_apart() {
        let source =
            divide("fn f<'a>(x: &'a str) -> char { '\"' } // c1\nconst Q: char = '\\''; g()");
        assert!(source.comments.contains("// c1"), "{source:?}");
        assert!(source.code.contains("g()"), "{source:?}");
        assert!(source.code.contains("&'a str"));
    }

    #[test]
    fn raw_and_byte_forms_are_known() {
        let source = divide("let a = br\"x\\\"; let r#type = b\"q\"; for\"z\"; end");
        assert!(source.code.contains("r#type"), "{source:?}");
        assert!(source.code.ends_with("end"), "{source:?}");
        assert!(!source.code.contains(['x', 'q', 'z']), "{source:?}");
    }

    #[test]
    fn test_items_are_cut_out_and_lines_stay() {
        let code = "a();\n#[cfg(test)]\nmod tests;\nb();\n#[cfg(test)]\n#[expect(x)]\nmod t {\n fn f() { [0; 3] }\n}\nc();\n";
        let cut = without_tests(code);
        assert_eq!(cut.lines().count(), code.lines().count());
        let left: Vec<&str> = cut.split_whitespace().collect();
        assert_eq!(left, ["a();", "b();", "c();"]);
    }

    #[test]
    fn words_are_whole() {
        assert_eq!(find_words("std::fs std::fsx xstd::fs std::fs::read", "std::fs").count(), 2);
        assert_eq!(line_at("a\nb\nc", 4), 3);
    }
}

//! Where a kernel finds its constants: one list, from which both the assembly's offsets and the Rust
//! struct that holds them are written.
//!
//! Knows no kernel.

use std::fmt::Write as _;

/// Bytes of a word.
const WORD: usize = 4;

/// The fields of a struct of 32-bit words, in their order.
#[derive(Debug)]
pub(crate) struct Layout {
    /// The struct's name in Rust.
    name: &'static str,
    /// What it is.
    doc: &'static str,
    fields: Vec<Field>,
}

#[derive(Debug)]
struct Field {
    name: &'static str,
    doc: &'static str,
    words: usize,
}

impl Layout {
    pub(crate) const fn new(name: &'static str, doc: &'static str) -> Self {
        Self { name, doc, fields: Vec::new() }
    }

    /// With one more field. Fields that are read as vectors come first, so that their alignment
    /// follows from their sizes.
    pub(crate) fn with(mut self, name: &'static str, words: usize, doc: &'static str) -> Self {
        self.fields.push(Field { name, doc, words });
        self
    }

    /// Bytes from the start to a field's word.
    ///
    /// # Panics
    /// If there is no such field or word: a fault of the generator.
    pub(crate) fn offset(&self, name: &str, word: usize) -> usize {
        let mut offset = 0;
        for field in &self.fields {
            if field.name == name {
                assert!(word < field.words, "{name} has {} words", field.words);
                return offset + WORD * word;
            }
            offset += WORD * field.words;
        }
        panic!("{} has no {name}", self.name)
    }

    /// The operand of a vector or word in memory: `[rdi+OFFSET]`.
    pub(crate) fn at(&self, name: &str, word: usize) -> String {
        format!("[rdi+{}]", self.offset(name, word))
    }

    /// The struct in Rust. It begins a page, as it does in the search: a load waits for an earlier store
    /// if the lower twelve bits of the addresses agree, so its place is worth a percent.
    pub(crate) fn to_rust(&self) -> String {
        let mut out = format!("/// {}\n#[repr(C, align(4096))]\n", self.doc);
        let _ = writeln!(out, "#[derive(Clone, Debug)]\npub(super) struct {} {{", self.name);
        for Field { name, doc, words } in &self.fields {
            let _ = writeln!(out, "    /// {doc}");
            let _ = match words {
                1 => writeln!(out, "    pub(super) {name}: u32,"),
                _ => writeln!(out, "    pub(super) {name}: [u32; {words}],"),
            };
        }
        out + "}\n"
    }
}

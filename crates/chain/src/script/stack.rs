//! The two stacks, and the nesting of conditions.
//!
//! Does not know operations or limits.

use super::ScriptError;
use super::number;

/// One item.
pub(super) type Item = Vec<u8>;

/// A stack. Whoever takes more than there is gets
/// [`InvalidStackOperation`](ScriptError::InvalidStackOperation).
#[derive(Clone, Debug, Default)]
pub(super) struct Stack(Vec<Item>);

impl Stack {
    pub(super) fn from_items<'a>(items: impl IntoIterator<Item = &'a [u8]>) -> Self {
        Self(items.into_iter().map(<[u8]>::to_vec).collect())
    }

    pub(super) fn items(&self) -> &[Item] {
        &self.0
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn push(&mut self, item: Item) {
        self.0.push(item);
    }

    /// True is 1, false is empty.
    pub(super) fn push_bool(&mut self, value: bool) {
        self.0.push(if value { vec![1] } else { Vec::new() });
    }

    pub(super) fn push_number(&mut self, value: i64) {
        self.0.push(number::write(value));
    }

    /// Fails if there are fewer items. Operations ask for all they need first, so that a wrong
    /// number among too few items is not what is reported.
    pub(super) fn need(&self, count: usize) -> Result<(), ScriptError> {
        if self.0.len() < count { Err(ScriptError::InvalidStackOperation) } else { Ok(()) }
    }

    pub(super) fn pop(&mut self) -> Result<Item, ScriptError> {
        self.0.pop().ok_or(ScriptError::InvalidStackOperation)
    }

    /// The item `depth` below the top; 0 is the top.
    pub(super) fn peek(&self, depth: usize) -> Result<&[u8], ScriptError> {
        Ok(&self.0[self.index(depth)?])
    }

    pub(super) fn remove(&mut self, depth: usize) -> Result<Item, ScriptError> {
        let index = self.index(depth)?;
        Ok(self.0.remove(index))
    }

    pub(super) fn insert(&mut self, depth: usize, item: Item) -> Result<(), ScriptError> {
        let index = self.index(depth)?;
        self.0.insert(index, item);
        Ok(())
    }

    /// Pushes a copy of the item `depth` below the top.
    pub(super) fn copy(&mut self, depth: usize) -> Result<(), ScriptError> {
        let item = self.peek(depth)?.to_vec();
        self.0.push(item);
        Ok(())
    }

    pub(super) fn swap(&mut self, a: usize, b: usize) -> Result<(), ScriptError> {
        let (a, b) = (self.index(a)?, self.index(b)?);
        self.0.swap(a, b);
        Ok(())
    }

    pub(super) fn drop_top(&mut self, count: usize) -> Result<(), ScriptError> {
        self.need(count)?;
        self.0.truncate(self.0.len() - count);
        Ok(())
    }

    /// Keeps the lowest items only.
    pub(super) fn truncate(&mut self, count: usize) {
        self.0.truncate(count);
    }

    pub(super) fn is_top_true(&self) -> bool {
        self.0.last().is_some_and(|item| number::is_true(item))
    }

    fn index(&self, depth: usize) -> Result<usize, ScriptError> {
        let from_end = depth.checked_add(1).ok_or(ScriptError::InvalidStackOperation)?;
        self.0.len().checked_sub(from_end).ok_or(ScriptError::InvalidStackOperation)
    }
}

/// The branches that are open, innermost last. Knows the outermost one that is not taken, so that
/// the question before each operation costs the same at any depth: tapscript does not bound it.
#[derive(Clone, Debug, Default)]
pub(super) struct Conditions {
    taken: Vec<bool>,
    first_not_taken: Option<usize>,
}

impl Conditions {
    pub(super) fn all(&self) -> &[bool] {
        &self.taken
    }

    pub(super) fn are_all_taken(&self) -> bool {
        self.first_not_taken.is_none()
    }

    pub(super) fn open(&mut self, taken: bool) {
        if !taken && self.first_not_taken.is_none() {
            self.first_not_taken = Some(self.taken.len());
        }
        self.taken.push(taken);
    }

    /// Gives nothing if none is open.
    pub(super) fn turn(&mut self) -> Option<()> {
        let innermost = self.taken.len().checked_sub(1)?;
        let taken = &mut self.taken[innermost];
        *taken = !*taken;
        match self.first_not_taken {
            None => self.first_not_taken = Some(innermost),
            Some(first) if first == innermost => self.first_not_taken = None,
            // An outer branch is not taken anyway.
            Some(_) => {}
        }
        Some(())
    }

    /// Gives nothing if none is open.
    pub(super) fn close(&mut self) -> Option<()> {
        self.taken.pop()?;
        if self.first_not_taken == Some(self.taken.len()) {
            self.first_not_taken = None;
        }
        Some(())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.taken.is_empty()
    }
}

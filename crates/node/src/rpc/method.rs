//! What a method is: its name, its parameters, its help and the function that answers.
//!
//! The tables of methods are written with this, one file per category. Does not know how a call
//! comes in; `help` lays the texts out.

use std::future::Future;
use std::pin::Pin;

use quarry_api::rpc::{Json, Kind, Name, RpcError};

use super::Call;

/// What a method answers.
pub(crate) type Answer = Result<Json, RpcError>;

/// A section of the list that `help` prints, in its order. `Hidden` is left out there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Category {
    Blockchain,
    Control,
    Hidden,
    Mining,
    Network,
    Rawtransactions,
    Util,
}

/// A method.
#[derive(Debug)]
pub(crate) struct Method {
    pub(crate) category: Category,
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    pub(crate) args: &'static [Arg],
    /// What comes back, in words.
    pub(crate) result: &'static str,
    /// Arguments of calls to show, as one would type them at a shell.
    pub(crate) examples: &'static [&'static str],
    pub(crate) run: Run,
}

/// How a method is run.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Run {
    /// On a thread of its own, for it computes or waits for a lock or the disk.
    Thread(fn(&Call) -> Answer),
    /// As a task, for it waits for time or for an event.
    Task(fn(Call) -> Pin<Box<dyn Future<Output = Answer> + Send>>),
}

/// The type of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ArgKind {
    Str,
    Hex,
    Num,
    Bool,
    /// A number or a text with an amount; checked by the method.
    Amount,
    /// A number or a pair of numbers; checked by the method.
    Range,
    Arr,
    Obj,
    /// An object of options, which may be given as named parameters too.
    Options,
    /// An object whose member names the caller chooses.
    UserKeys,
}

/// Whether a parameter has to be given, and what it is if not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    Required,
    Omitted,
    /// The default in words.
    Hint(&'static str),
    /// The default as JSON.
    Default(&'static str),
}

/// A parameter, or a member or element of one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Arg {
    /// The name and its aliases, divided by `|`.
    pub(crate) names: &'static str,
    pub(crate) kind: ArgKind,
    pub(crate) need: Need,
    pub(crate) about: &'static str,
    pub(crate) inner: &'static [Self],
    pub(crate) hidden: bool,
    pub(crate) any_type: bool,
    /// How it is shown in the first line of help, if not by its type.
    pub(crate) shown_as: Option<&'static str>,
}

impl Arg {
    const fn new(names: &'static str, kind: ArgKind, need: Need, about: &'static str) -> Self {
        Self {
            names,
            kind,
            need,
            about,
            inner: &[],
            hidden: false,
            any_type: false,
            shown_as: None,
        }
    }

    pub(crate) const fn required(names: &'static str, kind: ArgKind, about: &'static str) -> Self {
        Self::new(names, kind, Need::Required, about)
    }

    pub(crate) const fn optional(names: &'static str, kind: ArgKind, about: &'static str) -> Self {
        Self::new(names, kind, Need::Omitted, about)
    }

    /// An optional parameter with a default, as JSON.
    pub(crate) const fn or(
        names: &'static str,
        kind: ArgKind,
        default: &'static str,
        about: &'static str,
    ) -> Self {
        Self::new(names, kind, Need::Default(default), about)
    }

    /// An optional parameter whose default is told in words.
    pub(crate) const fn hinted(
        names: &'static str,
        kind: ArgKind,
        hint: &'static str,
        about: &'static str,
    ) -> Self {
        Self::new(names, kind, Need::Hint(hint), about)
    }

    /// The same with these members or elements.
    pub(crate) const fn of(mut self, inner: &'static [Self]) -> Self {
        self.inner = inner;
        self
    }

    /// The same, not shown in help.
    pub(crate) const fn hidden(mut self) -> Self {
        self.hidden = true;
        self
    }

    /// The same, with its type checked by the method.
    pub(crate) const fn any_type(mut self) -> Self {
        self.any_type = true;
        self
    }

    /// The same with these words in the first line of help.
    pub(crate) const fn shown_as(mut self, words: &'static str) -> Self {
        self.shown_as = Some(words);
        self
    }

    pub(crate) fn is_optional(&self) -> bool {
        self.need != Need::Required
    }

    /// The name without its aliases.
    pub(crate) fn first_name(&self) -> &'static str {
        self.names.split_once('|').map_or(self.names, |(first, _)| first)
    }

    /// What is wrong with a value's type.
    fn mismatch(&self, value: &Json) -> Option<String> {
        if self.any_type || (self.is_optional() && value.is_null()) {
            return None;
        }
        let wanted = match self.kind {
            ArgKind::Str | ArgKind::Hex => Kind::String,
            ArgKind::Num => Kind::Number,
            ArgKind::Bool => Kind::Bool,
            ArgKind::Arr => Kind::Array,
            ArgKind::Obj | ArgKind::Options | ArgKind::UserKeys => Kind::Object,
            ArgKind::Amount | ArgKind::Range => return None,
        };
        let found = value.kind();
        (found != wanted).then(|| {
            let (found, wanted) = (found.name(), wanted.name());
            format!("JSON value of type {found} is not of expected type {wanted}")
        })
    }
}

impl Method {
    /// The names under which parameters may be given, options among them.
    pub(crate) fn names(&self) -> Vec<Name<'static>> {
        let mut out = Vec::new();
        for arg in self.args {
            if arg.kind == ArgKind::Options {
                out.extend(arg.inner.iter().map(|i| Name { names: i.names, option: true }));
            }
            out.push(Name { names: arg.names, option: false });
        }
        out
    }

    /// Checks the number and the types of positional parameters.
    pub(crate) fn check(&self, params: &[Json]) -> Result<(), RpcError> {
        let required = self.args.iter().rposition(|arg| !arg.is_optional()).map_or(0, |n| n + 1);
        if params.len() < required || params.len() > self.args.len() {
            return Err(RpcError::misc(super::help::of(self)));
        }
        let mut wrong = Vec::new();
        for (n, arg) in self.args.iter().enumerate() {
            if let Some(mismatch) = arg.mismatch(params.get(n).unwrap_or(&Json::Null)) {
                let place = format!("Position {} ({})", n + 1, arg.names);
                wrong.push((place, Json::from(mismatch)));
            }
        }
        if wrong.is_empty() {
            return Ok(());
        }
        let wrong = Json::Object(wrong).write_pretty(4);
        Err(RpcError::type_error(format!("Wrong type passed:\n{wrong}")))
    }
}

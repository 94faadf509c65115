//! The help texts, laid out as Bitcoin Core's.
//!
//! Does not know what the methods do.

use super::log_categories::LOG_CATEGORIES;
use super::method::{Arg, ArgKind, Category, Method, Need};

/// Spaces between the longest left column and the right one.
const GAP: usize = 4;
/// Indentation of a parameter's members.
const INNER_INDENT: usize = 5;

impl Category {
    fn title(self) -> &'static str {
        match self {
            Self::Blockchain => "Blockchain",
            Self::Control => "Control",
            Self::Hidden => "Hidden",
            Self::Mining => "Mining",
            Self::Network => "Network",
            Self::Rawtransactions => "Rawtransactions",
            Self::Util => "Util",
        }
    }
}

/// All methods that are not hidden, each in one line, by category and name.
pub(super) fn list<'a>(methods: impl Iterator<Item = &'a Method>) -> String {
    let mut methods: Vec<&Method> =
        methods.filter(|method| method.category != Category::Hidden).collect();
    methods.sort_by_key(|method| (method.category, method.name));
    let mut lines = Vec::new();
    for group in methods.chunk_by(|a, b| a.category == b.category) {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.push(format!("== {} ==", group[0].category.title()));
        lines.extend(group.iter().map(|method| usage(method)));
    }
    lines.join("\n")
}

/// Stands for the names of the log categories in a method's help.
const ALL_CATEGORIES: &str = "%categories%";

/// All that is known of one method.
pub(super) fn of(method: &Method) -> String {
    let mut out = format!("{}\n\n{}\n", usage(method), method.about.trim());
    let mut columns = Columns::default();
    let mut options = Columns::default();
    for (n, arg) in shown(method).enumerate() {
        columns.push(format!("{}. {}", n + 1, arg.first_name()), description(arg, true));
        columns.push_inner(arg, INNER_INDENT, Place::Top);
        if arg.kind == ArgKind::Options {
            for option in arg.inner {
                options.push(option.first_name().to_owned(), description(option, true));
                options.push_inner(option, INNER_INDENT, Place::Top);
            }
        }
    }
    for (title, columns) in [("Arguments", columns), ("Named Arguments", options)] {
        if !columns.0.is_empty() {
            out += &format!("\n{title}:\n{}", columns.lay_out());
        }
    }
    if !method.result.is_empty() {
        out += &format!("\nResult:\n{}\n", method.result.trim_end());
    }
    // What only a table knows.
    if method.name == "logging" {
        out = out.replacen(ALL_CATEGORIES, &LOG_CATEGORIES.join(", "), 1);
    }
    if !method.examples.is_empty() {
        out += "\nExamples:\n";
        for example in method.examples {
            out += format!("> quarry cli {} {example}", method.name).trim_end();
            out.push('\n');
        }
    }
    out
}

/// The parameters before the first hidden one.
fn shown(method: &Method) -> impl Iterator<Item = &'static Arg> {
    method.args.iter().take_while(|arg| !arg.hidden)
}

/// `name required ( optional )`.
fn usage(method: &Method) -> String {
    let mut out = method.name.to_owned();
    let mut was_optional = false;
    for arg in shown(method) {
        out.push(' ');
        if arg.is_optional() != was_optional {
            out += if was_optional { ") " } else { "( " };
        }
        was_optional = arg.is_optional();
        out += &arg.shown_as.map_or_else(|| short(arg), str::to_owned);
    }
    if was_optional {
        out += " )";
    }
    out
}

/// A parameter in the line of usage.
fn short(arg: &Arg) -> String {
    let members = || arg.inner.iter().map(member).collect::<Vec<_>>().join(",");
    match arg.kind {
        ArgKind::Str | ArgKind::Hex => format!("\"{}\"", arg.first_name()),
        ArgKind::Num | ArgKind::Range | ArgKind::Amount | ArgKind::Bool => {
            arg.first_name().to_owned()
        }
        // Their members are listed as named arguments.
        ArgKind::Options => "options".to_owned(),
        ArgKind::Obj => format!("{{{}}}", members()),
        ArgKind::UserKeys => format!("{{{},...}}", members()),
        ArgKind::Arr => format!("[{}...]", elements(arg)),
    }
}

fn elements(arg: &Arg) -> String {
    arg.inner.iter().map(|inner| short(inner) + ",").collect()
}

/// `"name":type` of a member.
fn member(arg: &Arg) -> String {
    let value = match arg.kind {
        ArgKind::Str => "\"str\"".to_owned(),
        ArgKind::Hex => "\"hex\"".to_owned(),
        ArgKind::Num => "n".to_owned(),
        ArgKind::Range => "n or [n,n]".to_owned(),
        ArgKind::Amount => "amount".to_owned(),
        ArgKind::Bool => "bool".to_owned(),
        ArgKind::Arr | ArgKind::Obj | ArgKind::Options | ArgKind::UserKeys => short(arg),
    };
    format!("\"{}\":{value}", arg.first_name())
}

/// `(type, required) words`.
fn description(arg: &Arg, named: bool) -> String {
    let kind = match arg.kind {
        ArgKind::Str | ArgKind::Hex => "string",
        ArgKind::Num => "numeric",
        ArgKind::Amount => "numeric or string",
        ArgKind::Range => "numeric or array",
        ArgKind::Bool => "boolean",
        ArgKind::Obj | ArgKind::Options | ArgKind::UserKeys => "json object",
        ArgKind::Arr => "json array",
    };
    let need = match arg.need {
        Need::Required => ", required".to_owned(),
        Need::Omitted if named => ", optional".to_owned(),
        Need::Omitted => String::new(),
        Need::Hint(text) | Need::Default(text) => format!(", optional, default={text}"),
    };
    let mut out = format!("({kind}{need})");
    if arg.kind == ArgKind::Options {
        out += " Options object that can be used to pass named arguments, listed below.";
    }
    if !arg.about.is_empty() {
        out += &format!(" {}", arg.about);
    }
    out
}

/// Where a parameter stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Top,
    Member,
    Element,
}

/// Pairs of a short left and a long right text.
#[derive(Default)]
struct Columns(Vec<(String, String)>);

impl Columns {
    fn push(&mut self, left: String, right: String) {
        self.0.push((left, right));
    }

    /// The members and elements of a parameter, each in a line.
    fn push_inner(&mut self, arg: &Arg, indent: usize, place: Place) {
        let (open, close) = match arg.kind {
            ArgKind::Arr => ("[", "]"),
            ArgKind::Obj | ArgKind::UserKeys => ("{", "}"),
            // Members of options are named arguments of their own.
            _ if place == Place::Top => return,
            _ => {
                let left = if place == Place::Member { member(arg) } else { short(arg) };
                let left = left.replacen("\":", "\": ", 1);
                let right = description(arg, place == Place::Member);
                return self.push(format!("{:indent$}{left},", ""), right);
            }
        };
        let key = match place {
            Place::Member => format!("\"{}\": ", arg.first_name()),
            Place::Top | Place::Element => String::new(),
        };
        let right = match place {
            Place::Top => String::new(),
            Place::Member | Place::Element => description(arg, place == Place::Member),
        };
        self.push(format!("{:indent$}{key}{open}", ""), right);
        let inner_place = if arg.kind == ArgKind::Arr { Place::Element } else { Place::Member };
        for inner in arg.inner {
            self.push_inner(inner, indent + 2, inner_place);
        }
        if arg.kind != ArgKind::Obj {
            self.push(format!("{:indent$}  ...", ""), String::new());
        }
        let comma = if place == Place::Top { "" } else { "," };
        self.push(format!("{:indent$}{close}{comma}", ""), String::new());
    }

    fn lay_out(&self) -> String {
        let width = self.0.iter().map(|(left, _)| left.len()).max().unwrap_or(0) + GAP;
        let mut out = String::new();
        for (left, right) in &self.0 {
            if right.is_empty() {
                out += left;
            } else {
                out += &format!("{left:width$}");
                let lines: Vec<&str> = right.split('\n').map(str::trim_start).collect();
                out += &lines.join(&format!("\n{:width$}", ""));
            }
            out.push('\n');
        }
        out
    }
}
